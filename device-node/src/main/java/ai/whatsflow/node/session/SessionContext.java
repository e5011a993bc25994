package ai.whatsflow.node.session;

import ai.whatsflow.node.NodeProperties;
import ai.whatsflow.node.eventlog.NodeEvents;
import ai.whatsflow.node.lease.LeaseKeeper;
import ai.whatsflow.node.vault.SessionVault;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.stereotype.Component;

/** What every session of this node shares. */
@Component
record SessionContext(
        SessionVault vault,
        NodeEvents events,
        SentMemory memory,
        LeaseKeeper leaseKeeper,
        SessionTimer timer,
        Clock clock,
        NodeProperties properties) {

    ScheduledExecutorService schedule() {
        return timer.executor();
    }

    NodeProperties.Sessions settings() {
        return properties.sessions();
    }
}

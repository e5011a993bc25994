package ai.whatsflow.node.session;

import ai.whatsflow.node.NodeProperties;
import ai.whatsflow.node.eventlog.NodeEvents;
import ai.whatsflow.node.lease.LeaseRequests;
import ai.whatsflow.node.vault.SessionVault;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** What every session of this node shares. */
@Component
record SessionContext(
        SessionVault vault,
        NodeEvents events,
        SentMemory memory,
        LeaseRequests leases,
        SessionScheduler scheduler,
        Clock clock,
        RandomGenerator jitter,
        NodeProperties properties) {

    NodeProperties.Sessions settings() {
        return properties.sessions();
    }
}

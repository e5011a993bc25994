package ai.whatsflow.serverregistry.server;

import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds servers whose heartbeats are missing. Any number of replicas may sweep: each locks what it looks at. */
@Component
public class SweepHeartbeats {

    private static final Logger log = LoggerFactory.getLogger(SweepHeartbeats.class);
    private static final int BATCH = 500;

    private final Servers servers;
    private final ServerChanges changes;
    private final HealthProperties properties;
    private final TransactionTemplate transaction;
    private final SweepPause pause;

    SweepHeartbeats(
            Servers servers, ServerChanges changes, HealthProperties properties, TransactionTemplate transaction) {
        this.servers = servers;
        this.changes = changes;
        this.properties = properties;
        this.transaction = transaction;
        this.pause = new SweepPause(
                properties.heartbeatInterval().multipliedBy(properties.suspectAfter()),
                properties.heartbeatInterval().multipliedBy(properties.offlineAfter()));
    }

    @Scheduled(fixedDelayString = "${registry.health.sweep-interval:250ms}")
    void sweepUnlessAway() {
        if (pause.permits(System.nanoTime())) {
            sweep();
        }
    }

    /** @return how many servers got another status */
    public int sweep() {
        Integer changed = transaction.execute(status -> {
            List<Server> silent =
                    servers.lockSilent(properties.heartbeatInterval().multipliedBy(properties.suspectAfter()), BATCH);
            Instant now = servers.now();
            return (int) silent.stream()
                    .filter(server -> changes.store(server, server, now).status() != server.status())
                    .peek(server -> log.warn("server {} ({}) misses heartbeats", server.name(), server.id()))
                    .count();
        });
        return changed == null ? 0 : changed;
    }
}

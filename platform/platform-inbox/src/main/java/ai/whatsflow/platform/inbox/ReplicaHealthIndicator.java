package ai.whatsflow.platform.inbox;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Not ready before every in-memory projection has read what was there when it started. */
class ReplicaHealthIndicator implements HealthIndicator {

    private final List<ReplicaListener> listeners;

    ReplicaHealthIndicator(List<ReplicaListener> listeners) {
        this.listeners = listeners;
    }

    @Override
    public Health health() {
        boolean ready = listeners.stream().allMatch(ReplicaListener::isCaughtUp);
        Health.Builder health = ready ? Health.up() : Health.outOfService();
        listeners.forEach(listener -> health.withDetail(listener.name(), listener.positions()));
        return health.build();
    }
}

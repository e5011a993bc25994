package ai.whatsflow.node.health;

import ai.whatsflow.node.eventlog.EventLog;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shown as {@code eventLog}: after a failure of the disk only a new process can write again. */
@Component
class EventLogHealthIndicator implements HealthIndicator {

    private final EventLog log;

    EventLogHealthIndicator(EventLog log) {
        this.log = log;
    }

    @Override
    public Health health() {
        return (log.isSound() ? Health.up() : Health.down())
                .withDetail("backlog", log.backlog())
                .build();
    }
}

package ai.whatsflow.instance.assignment;

import ai.whatsflow.simulation.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

class InMemoryPulse implements Pulse {

    private final Tables tables;
    private final Duration lease;

    InMemoryPulse(Tables tables, Duration lease) {
        this.tables = tables;
        this.lease = lease;
    }

    @Override
    public Beat beat() {
        Instant now = tables.now();
        if (tables.beatAt == null) {
            tables.beatAt = now;
            tables.resumeAt = now;
        }
        Instant resumeAt = Outage.resumeAt(tables.beatAt, now, Objects.requireNonNull(tables.resumeAt), lease);
        tables.beatAt = now;
        tables.resumeAt = resumeAt;
        return new Beat(now, resumeAt);
    }
}

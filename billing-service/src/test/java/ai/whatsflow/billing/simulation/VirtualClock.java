package ai.whatsflow.billing.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until it is moved, and never goes back. */
final class VirtualClock extends Clock {

    private static final Instant START = Instant.parse("2026-11-21T04:30:00Z");

    private Instant now = START;

    void reset() {
        now = START;
    }

    void advance(Duration duration) {
        now = now.plus(duration);
    }

    void moveTo(Instant later) {
        now = later.isAfter(now) ? later : now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

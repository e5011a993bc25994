package ai.whatsflow.billing.subscription;

import java.time.Instant;

/** From its start up to, not including, its end. */
public record Period(Instant start, Instant end) {

    public Period {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a period ends after it starts");
        }
    }

    boolean hasEnded(Instant now) {
        return !now.isBefore(end);
    }
}

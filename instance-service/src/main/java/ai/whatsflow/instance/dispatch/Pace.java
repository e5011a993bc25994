package ai.whatsflow.instance.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * How many messages a device may send now, and when the next one is due. A lane that was looked at late catches up, but
 * never by more than the burst: the rate follows the gap, not the tick.
 *
 * @param permits how many may leave now
 * @param pacedUntil when the one after those is due
 */
record Pace(int permits, Instant pacedUntil) {

    /** @param most as many as there is room for */
    static Pace at(Instant now, Instant pacedUntil, Gap gap, Duration burst, int most, RandomGenerator random) {
        Instant due = earliestDue(now, pacedUntil, burst);
        int permits = 0;
        while (permits < most && !due.isAfter(now)) {
            permits++;
            due = due.plus(gap.next(random));
        }
        return new Pace(permits, due);
    }

    /**
     * When the next one is due after so many of the permits were used. Each one used takes its gap, however short the
     * gaps were by which it was permitted.
     */
    static Instant after(int used, Instant now, Instant pacedUntil, Gap gap, Duration burst, RandomGenerator random) {
        Instant due = earliestDue(now, pacedUntil, burst);
        for (int i = 0; i < used; i++) {
            due = due.plus(gap.next(random));
        }
        return due;
    }

    private static Instant earliestDue(Instant now, Instant pacedUntil, Duration burst) {
        Instant earliest = now.minus(burst);
        return pacedUntil.isBefore(earliest) ? earliest : pacedUntil;
    }
}

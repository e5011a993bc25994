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
        Instant earliest = now.minus(burst);
        Instant due = pacedUntil.isBefore(earliest) ? earliest : pacedUntil;
        int permits = 0;
        while (permits < most && !due.isAfter(now)) {
            permits++;
            due = due.plus(gap.next(random));
        }
        return new Pace(permits, due);
    }

    /** What is left when only some of the permits are used: the others stay for the next time. */
    static Instant after(int used, Instant now, Instant pacedUntil, Gap gap, Duration burst, RandomGenerator random) {
        return at(now, pacedUntil, gap, burst, used, random).pacedUntil();
    }
}

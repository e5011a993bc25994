package ai.whatsflow.instance.assignment;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether we were away ourselves. While no replica was at work nodes could not renew their leases, so after a gap no
 * lease counts as expired for as long as a lease lasts.
 */
final class Outage {

    private Outage() {}

    /**
     * @param lastBeat when any replica was last at work
     * @param resumeAt what was decided before
     * @return from when on an expired lease means that its owner is gone
     */
    static Instant resumeAt(Instant lastBeat, Instant now, Instant resumeAt, Duration lease) {
        boolean wasAway = Duration.between(lastBeat, now).compareTo(lease.dividedBy(3)) > 0;
        return wasAway ? now.plus(lease) : resumeAt;
    }
}

package ai.whatsflow.instance.dispatch;

import java.time.Instant;
import java.util.UUID;

/**
 * The messages of one instance, in order, with marks between what is settled, given to the node, and waiting.
 *
 * @param lastPosition the newest message
 * @param settledThrough everything up to here has an outcome
 * @param submittedThrough everything up to here was given to the owner of this epoch
 * @param everSubmitted nothing beyond here was ever given to any node
 * @param doubtedThrough what lies between submittedThrough and here may have been given to a node: whoever claimed it did
 *     not live to say so
 * @param epoch the epoch that the marks belong to
 * @param ownerEpoch the epoch of the node that holds the session now
 * @param now database time when it was claimed
 */
record Lane(
        UUID instanceId,
        String engine,
        long lastPosition,
        long settledThrough,
        long submittedThrough,
        long everSubmitted,
        long doubtedThrough,
        long epoch,
        long ownerEpoch,
        Instant pacedUntil,
        Instant progressAt,
        Instant leaseExpiresAt,
        Instant now) {

    /** For an engine that must not be told twice: what may have been given to a node counts as given. */
    Lane withDoubtsSubmitted() {
        return doubtedThrough <= submittedThrough
                ? this
                : new Lane(
                        instanceId,
                        engine,
                        lastPosition,
                        settledThrough,
                        doubtedThrough,
                        everSubmitted,
                        doubtedThrough,
                        epoch,
                        ownerEpoch,
                        pacedUntil,
                        progressAt,
                        leaseExpiresAt,
                        now);
    }

    boolean hasInFlight() {
        return submittedThrough > settledThrough;
    }
}

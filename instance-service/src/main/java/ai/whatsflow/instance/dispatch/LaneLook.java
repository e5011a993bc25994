package ai.whatsflow.instance.dispatch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the marks of a lane belong, once the open outcomes have been counted.
 *
 * @param from messages after this position are to be given to the node
 * @param inFlight how many before it have no outcome yet
 */
record LaneLook(long settledThrough, long from, int inFlight, Instant progressAt) {

    /**
     * @param oldestOpen position of the oldest message that was given to a node and has no outcome, or null
     * @param open how many of those there are
     * @param maySendAgain whether a resend is the same message: if not, an unknown outcome waits for its receipt
     */
    static LaneLook at(Lane lane, @Nullable Long oldestOpen, int open, boolean maySendAgain, Duration resendAfter) {
        long settled = oldestOpen == null ? Math.max(lane.settledThrough(), lane.submittedThrough()) : oldestOpen - 1;
        boolean progressed = settled > lane.settledThrough() || oldestOpen == null;
        Instant progressAt = progressed ? lane.now() : lane.progressAt();
        boolean newOwner = lane.epoch() != lane.ownerEpoch();
        boolean silent = open > 0 && !lane.now().isBefore(progressAt.plus(resendAfter));
        if (open > 0 && maySendAgain && (newOwner || silent)) {
            return new LaneLook(settled, settled, 0, lane.now());
        }
        return new LaneLook(settled, Math.max(lane.submittedThrough(), settled), open, progressAt);
    }

    boolean isEmptyAfter(Lane lane) {
        return inFlight == 0 && from >= lane.lastPosition();
    }
}

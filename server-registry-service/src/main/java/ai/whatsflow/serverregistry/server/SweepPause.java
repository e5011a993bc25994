package ai.whatsflow.serverregistry.server;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a registry that was away itself from blaming the nodes: after a gap in its own sweeps it gives them as long as
 * a healthy node could stay silent. Times are of one monotonic clock; not thread-safe.
 */
class SweepPause {

    private final long gap;
    private final long grace;
    private @Nullable Long lastSweep;
    private long quietUntil;

    SweepPause(Duration gap, Duration grace) {
        this.gap = gap.toNanos();
        this.grace = grace.toNanos();
    }

    /** Whether this sweep, now, may count missed heartbeats. */
    boolean permits(long now) {
        Long last = lastSweep;
        if (last == null || now - last > gap) {
            quietUntil = now + grace;
        }
        lastSweep = now;
        return now - quietUntil >= 0;
    }
}

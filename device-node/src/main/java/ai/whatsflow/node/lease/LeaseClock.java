package ai.whatsflow.node.lease;

import java.time.Duration;

/**
 * How long a session may still speak, by the node's own monotonic clock. A renewal counts from the moment at which it
 * was asked for, never from the answer, so the lease always ends here before it ends in the platform's database. The
 * last fifth of it is for falling silent, the last tenth for closing the socket. Immutable.
 *
 * @param startNanos when the request that granted it was sent ({@link System#nanoTime} or a test's clock)
 * @param confirmed whether the platform itself granted it by a renewal; a START command alone does not
 */
public record LeaseClock(long startNanos, long lengthNanos, boolean confirmed) {

    private static final long SPEAKS_TENTHS = 8;
    private static final long OPEN_TENTHS = 9;
    private static final long TENTHS = 10;

    public enum Standing {
        /** Not yet granted by a renewal: nothing may be opened. */
        UNCONFIRMED,
        HELD,
        /** Running out: no more sends. */
        SILENT,
        /** The socket has to be closed, or the lease is over already. */
        CLOSED
    }

    /** What a START command says, which may have been long on its way. */
    public static LeaseClock claimed(long nowNanos, Duration length) {
        return new LeaseClock(nowNanos, length.toNanos(), false);
    }

    /** Renewed by a request sent at that moment. An answer that arrives after a later one changes nothing. */
    public LeaseClock renewed(long sentNanos, Duration length) {
        boolean older = confirmed && sentNanos + length.toNanos() - (startNanos + lengthNanos) < 0;
        return older ? this : new LeaseClock(sentNanos, length.toNanos(), true);
    }

    public Standing standing(long nowNanos) {
        long age = nowNanos - startNanos;
        if (age >= lengthNanos * OPEN_TENTHS / TENTHS) {
            return Standing.CLOSED;
        }
        if (!confirmed) {
            return Standing.UNCONFIRMED;
        }
        return age >= lengthNanos * SPEAKS_TENTHS / TENTHS ? Standing.SILENT : Standing.HELD;
    }

    public Duration remaining(long nowNanos) {
        return Duration.ofNanos(Math.max(0, lengthNanos - (nowNanos - startNanos)));
    }
}

package ai.whatsflow.node.lease;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The platform's end of the leases. */
public interface Leases {

    enum Verdict {
        RENEWED,
        /** Another epoch owns it. */
        LOST,
        /** The platform knows of no such lease. */
        MISSING
    }

    sealed interface Answer {

        record Verdicts(Duration leaseTime, Map<Lease, Verdict> byLease) implements Answer {}

        /** It did not answer: nothing is known, and the clock runs on. */
        record Unavailable(String why) implements Answer {}
    }

    /** Asks for at most {@link #MOST} leases. Blocks; never throws. */
    Answer renew(List<Lease> leases);

    /** Gives leases back whose sockets are closed. Best effort: what is not given back runs out. */
    void release(List<Lease> leases);

    int MOST = 1_000;
}

package ai.whatsflow.node.lease;

import java.time.Duration;
import java.util.Optional;

/** A session as the keeper of leases sees it. Thread-safe; no method blocks. */
public interface LeaseHolder {

    /** The lease it wants to hold; empty when it has ended. */
    Optional<Lease> wanted();

    void renewed(long sentNanos, Duration leaseTime);

    /** Another owns it, or nobody does: end. */
    void lost(Leases.Verdict verdict);

    /** Called often: falls silent and closes its socket when the lease runs out. */
    void watch(long nowNanos);
}

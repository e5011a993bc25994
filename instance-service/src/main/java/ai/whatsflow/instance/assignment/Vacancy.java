package ai.whatsflow.instance.assignment;

import ai.whatsflow.instance.node.Node;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a session is free to be given to a node. Anything else leaves it where it is: silence proves nothing. */
public enum Vacancy {
    /** It has no owner: never placed, or released. */
    UNOWNED,
    /** The run that held it is proven dead: reported as exited, or followed by a newer run of the same node. */
    OWNER_DEAD,
    /** The lease ran out while we were there to renew it. */
    LEASE_EXPIRED;

    /**
     * @param owner the node of the lease as the health stream shows it, if it does
     * @param now database time
     * @param resumeAt before this moment no lease counts as expired: we were away ourselves
     */
    static Optional<Vacancy> of(Assignment assignment, @Nullable Node owner, Instant now, Instant resumeAt) {
        Assignment.Lease lease = assignment.lease();
        if (lease == null) {
            return Optional.of(UNOWNED);
        }
        if (owner != null && owner.hasEnded(lease.bootId())) {
            return Optional.of(OWNER_DEAD);
        }
        boolean expired = !now.isBefore(lease.expiresAt()) && !now.isBefore(resumeAt);
        return expired ? Optional.of(LEASE_EXPIRED) : Optional.empty();
    }
}

package ai.whatsflow.instance.assignment;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What nodes do to their leases. Rows are locked in the order of their ids. */
interface Leases {

    /**
     * Renews those that this run still owns. An expired lease that nobody has taken over is renewed too: epoch and
     * owner are unchanged, and the row lock keeps a take-over out.
     */
    Set<UUID> renew(UUID serverId, UUID bootId, List<Held> held, Duration lease);

    /** Those of the instances that have an assignment at all. */
    Set<UUID> known(List<Held> held);

    /** Frees those that this run owns under that epoch. */
    int release(UUID serverId, UUID bootId, List<Held> held);
}

package ai.whatsflow.instance.assignment;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Assignments and their epochs, by the database's clock. */
public interface Assignments {

    /** A session given to a node under a new epoch. */
    record Placed(UUID instanceId, UUID serverId, UUID bootId) {}

    Optional<Assignment> find(UUID instanceId);

    /** Makes the session one to be placed; a running one is closed first. */
    void request(UUID instanceId, String engine);

    /** Whether this replica is the one that places now; the right ends with the transaction. */
    boolean becomePlacer();

    /** Sessions that may be free: unowned, expired, or held by a run that the health stream does not show as live. */
    List<Assignment> lockPossiblyFree(Collection<String> engines, int limit);

    Map<UUID, Integer> loads();

    /** Gives the sessions their new owners under the next epoch, and keeps the epochs on record. */
    List<Assignment> assign(List<Placed> placed, Duration lease);

    /** Sessions that nobody wants any more are closed. */
    int stopUnwanted();

    /** Lets a node close some of its sessions, as long as no more than that many are closing. */
    int drain(UUID serverId, Collection<String> enginesElsewhere, int atOnce);

    /** Of these epochs, those that this node has really held. */
    Set<Held> held(UUID serverId, Collection<Held> claimed);
}

package ai.whatsflow.instance.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** STARTs and STOPs that still have to reach a node. */
interface SessionCommands {

    /** A command that is due. */
    record Due(UUID instanceId, String engine, AssignmentPhase phase, long epoch, Duration leaseLeft, Instant now) {}

    /** Takes what is due; nobody else gets it before the given time has passed. */
    List<Due> take(UUID serverId, UUID bootId, Duration again, int limit);

    /** The node has taken these STARTs on. */
    void started(Collection<Held> taken);
}

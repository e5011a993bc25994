package ai.whatsflow.instance.assignment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who holds the session of an instance, under which epoch, until when; {@code lease} is null while vacant. */
public record Assignment(
        UUID instanceId,
        String engine,
        AssignmentPhase phase,
        long epoch,
        @Nullable Lease lease) {

    /** A node's hold on a session. */
    public record Lease(UUID serverId, UUID bootId, Instant expiresAt) {}
}

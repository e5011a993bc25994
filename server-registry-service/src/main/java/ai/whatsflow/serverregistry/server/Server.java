package ai.whatsflow.serverregistry.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A WhatsApp server.
 *
 * @param version rises with each state that the health stream carries
 * @param limits what operations allow
 * @param publicKey the enrolled node's key as a JWK, once there is one
 * @param boot the run that speaks for the server now
 * @param exitedBootIds ended runs, latest last; each is proof that its sessions are free
 * @param publishedAt when the health stream last carried it
 */
public record Server(
        UUID id,
        long version,
        String name,
        Capacity limits,
        Instant createdAt,
        @Nullable String publicKey,
        @Nullable Boot boot,
        List<UUID> exitedBootIds,
        boolean maintenance,
        ServerStatus status,
        @Nullable Instant publishedAt) {

    static final int REMEMBERED_EXITS = 32;

    public Server {
        exitedBootIds = List.copyOf(exitedBootIds);
    }

    /** What may be placed here: the limits of operations and, once it runs, of the node. */
    public Capacity capacity() {
        return boot == null ? limits : limits.offeredBy(boot.capacity());
    }

    boolean hasExited(UUID bootId) {
        return exitedBootIds.contains(bootId);
    }

    boolean runs(UUID bootId) {
        return boot != null && boot.id().equals(bootId);
    }

    Server enrolled(String jwk) {
        return copy(version, jwk, boot, exitedBootIds, maintenance, status, publishedAt);
    }

    /** A newer run ends the older one: a node's process is alone on its data directory. */
    Server registered(Boot next) {
        List<UUID> exits = boot == null || boot.id().equals(next.id()) ? exitedBootIds : exitsWith(boot.id());
        return copy(version, publicKey, next, exits, maintenance, status, publishedAt);
    }

    Server reporting(Boot reported) {
        return copy(version, publicKey, reported, exitedBootIds, maintenance, status, publishedAt);
    }

    Server exited(UUID bootId) {
        return copy(
                version,
                publicKey,
                runs(bootId) ? null : boot,
                hasExited(bootId) ? exitedBootIds : exitsWith(bootId),
                maintenance,
                status,
                publishedAt);
    }

    Server inMaintenance(boolean enabled) {
        return copy(version, publicKey, boot, exitedBootIds, enabled, status, publishedAt);
    }

    Server assessed(HealthProperties limits, Instant now) {
        long missed = boot == null ? 0 : boot.missedHeartbeats(limits.heartbeatInterval(), now);
        boolean draining = boot != null && boot.draining();
        ServerStatus derived = ServerStatus.of(maintenance, boot != null, missed, draining, limits);
        return copy(version, publicKey, boot, exitedBootIds, maintenance, derived, publishedAt);
    }

    Server published(Instant now) {
        return copy(version + 1, publicKey, boot, exitedBootIds, maintenance, status, now);
    }

    private List<UUID> exitsWith(UUID bootId) {
        List<UUID> exits = new ArrayList<>(exitedBootIds);
        exits.add(bootId);
        return exits.subList(Math.max(0, exits.size() - REMEMBERED_EXITS), exits.size());
    }

    private Server copy(
            long newVersion,
            @Nullable String newKey,
            @Nullable Boot newBoot,
            List<UUID> newExits,
            boolean newMaintenance,
            ServerStatus newStatus,
            @Nullable Instant newPublishedAt) {
        return new Server(
                id,
                newVersion,
                name,
                limits,
                createdAt,
                newKey,
                newBoot,
                newExits,
                newMaintenance,
                newStatus,
                newPublishedAt);
    }
}

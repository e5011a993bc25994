package ai.whatsflow.gateway.directory;

import java.util.Set;
import java.util.UUID;

/**
 * A user's last known state.
 *
 * @param sessionsRevokedAt epoch milliseconds; tokens issued before it are void. {@link Long#MIN_VALUE} for never
 */
public record User(
        UUID id,
        long version,
        UUID accountId,
        Tier tier,
        boolean active,
        Set<UUID> permissionSetIds,
        long sessionsRevokedAt)
        implements Standing {

    public User {
        permissionSetIds = Set.copyOf(permissionSetIds);
    }
}

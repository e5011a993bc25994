package ai.whatsflow.platform.security;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this starter reads of {@code identity.user}. */
record UserStateV1(
        UUID userId,
        long version,
        UUID accountId,
        Tier tier,
        Status status,
        List<UUID> permissionSetIds,
        @Nullable Instant sessionsRevokedAt) {

    enum Status {
        ACTIVE,
        DISABLED
    }
}

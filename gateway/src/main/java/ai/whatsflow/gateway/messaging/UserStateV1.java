package ai.whatsflow.gateway.messaging;

import ai.whatsflow.gateway.directory.Tier;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The gateway's reading of every {@code identity.user} fact. */
record UserStateV1(
        UUID userId,
        long version,
        UUID accountId,
        Tier tier,
        String status,
        @Nullable Set<UUID> permissionSetIds,
        @Nullable Instant sessionsRevokedAt) {

    static final String TOPIC = "identity.user";
}

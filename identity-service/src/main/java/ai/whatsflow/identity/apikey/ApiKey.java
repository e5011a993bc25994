package ai.whatsflow.identity.apikey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An issued key; nothing in it leads back to the key's text. */
public record ApiKey(
        UUID id,
        UUID accountId,
        UUID userId,
        String name,
        String prefix,
        List<String> scopes,
        ApiKeyStatus status,
        long version,
        Instant issuedAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    ApiKey revoked(Instant at) {
        return new ApiKey(
                id,
                accountId,
                userId,
                name,
                prefix,
                scopes,
                ApiKeyStatus.REVOKED,
                version + 1,
                issuedAt,
                at,
                lastUsedAt);
    }
}

package ai.whatsflow.identity.messaging;

import ai.whatsflow.identity.apikey.ApiKey;
import ai.whatsflow.identity.apikey.ApiKeyStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** An API key and whether it works; {@code at} is when it became so. */
record ApiKeyV1(
        UUID apiKeyId,
        long version,
        UUID accountId,
        UUID userId,
        List<String> scopes,
        ApiKeyStatus status,
        Instant at) {

    static final String TOPIC = "identity.api-key";
    static final String ISSUED = "identity.api-key.issued.v1";
    static final String REVOKED = "identity.api-key.revoked.v1";

    static ApiKeyV1 of(ApiKey key) {
        return new ApiKeyV1(
                key.id(),
                key.version(),
                key.accountId(),
                key.userId(),
                key.scopes(),
                key.status(),
                Objects.requireNonNullElse(key.revokedAt(), key.issuedAt()));
    }
}

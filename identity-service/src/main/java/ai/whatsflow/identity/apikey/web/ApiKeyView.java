package ai.whatsflow.identity.apikey.web;

import ai.whatsflow.identity.apikey.ApiKey;
import ai.whatsflow.identity.apikey.ApiKeyStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "ApiKey")
record ApiKeyView(
        UUID apiKeyId,
        UUID userId,
        @Schema(example = "shop") String name,
        @Schema(example = "wf_7hK2mQ9xLp4T") String prefix,
        @Schema(example = "[\"messages:create\"]") List<String> scopes,
        ApiKeyStatus status,
        Instant issuedAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    static ApiKeyView of(ApiKey key) {
        return new ApiKeyView(
                key.id(),
                key.userId(),
                key.name(),
                key.prefix(),
                key.scopes(),
                key.status(),
                key.issuedAt(),
                key.lastUsedAt(),
                key.revokedAt());
    }
}

package ai.whatsflow.gateway.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who a verified credential speaks for. It says nothing about whether they may still come in: ask
 * {@link Directory#standing} on every request.
 *
 * @param apiKeyId set when the credential is an API key
 * @param keyModules what the API key's scopes touch; null for a person
 * @param issuedAt epoch milliseconds
 */
public record Caller(
        UUID userId,
        UUID accountId,
        @Nullable UUID apiKeyId,
        @Nullable Modules keyModules,
        long issuedAt) {

    public static Caller person(UUID userId, UUID accountId, long issuedAt) {
        return new Caller(userId, accountId, null, null, issuedAt);
    }
}

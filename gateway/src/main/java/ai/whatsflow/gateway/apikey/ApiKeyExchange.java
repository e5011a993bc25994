package ai.whatsflow.gateway.apikey;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Identity-service's exchange of an API key for an internal token. Emits {@link Granted} or {@link Refused}; any error
 * means that nothing is known about the key, and it may be asked again.
 */
interface ApiKeyExchange {

    sealed interface Outcome {}

    record Granted(String token, Instant expiresAt, UUID apiKeyId, UUID accountId, UUID userId, Set<String> scopes)
            implements Outcome {}

    record Refused() implements Outcome {}

    Mono<Outcome> exchange(String key);
}

package ai.whatsflow.gateway.token;

import ai.whatsflow.gateway.directory.Caller;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Verified access tokens, remembered by hash until {@code min(exp, 60 s)}. What is remembered is only that the token is
 * genuine; whether its user may still come in is asked of the directory each time.
 */
public final class AccessTokens {

    private final Cache<TokenHash, Verified> cache;
    private final TokenVerifier verifier;
    private final SigningKeys keys;

    public AccessTokens(TokenVerifier verifier, SigningKeys keys, TokenProperties properties, Clock clock) {
        this.verifier = verifier;
        this.keys = keys;
        long longest = properties.cached().toNanos();
        this.cache = Caffeine.newBuilder()
                .maximumSize(properties.cacheSize())
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Expiry.<TokenHash, Verified>creating((hash, token) -> Duration.ofNanos(
                        Math.min(longest, TimeUnit.MILLISECONDS.toNanos(token.expiresAt - clock.millis())))))
                .build();
    }

    /** The caller of a token that was verified before, by the hash of what was shown; null for any other. */
    public @Nullable Caller known(TokenHash hash) {
        Verified known = cache.getIfPresent(hash);
        return known == null ? null : known.caller;
    }

    /**
     * The caller whom this token speaks for; null when its signing key has to be fetched first.
     *
     * @throws ai.whatsflow.gateway.problem.Rejection when it is not a valid token
     */
    public @Nullable Caller verify(TokenHash hash, String token) {
        TokenVerifier.Outcome outcome = verifier.verify(token);
        return outcome instanceof TokenVerifier.Genuine genuine ? remember(hash, genuine) : null;
    }

    /** Fetches the signing keys, as far as the rate bound lets it, and tries once more. */
    public Mono<Caller> verifyWithFreshKeys(TokenHash hash, String token) {
        return keys.refreshForUnknownKey().then(Mono.fromCallable(() -> switch (verifier.verify(token)) {
            case TokenVerifier.Genuine genuine -> remember(hash, genuine);
            case TokenVerifier.UnknownKey unknown -> throw TokenVerifier.refuse(keys.loaded());
        }));
    }

    long size() {
        cache.cleanUp();
        return cache.estimatedSize();
    }

    private Caller remember(TokenHash hash, TokenVerifier.Genuine genuine) {
        cache.put(hash, new Verified(genuine.caller(), genuine.expiresAt()));
        return genuine.caller();
    }

    private record Verified(Caller caller, long expiresAt) {}
}

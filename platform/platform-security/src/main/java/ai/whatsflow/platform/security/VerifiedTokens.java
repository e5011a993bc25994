package ai.whatsflow.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers genuine tokens until {@code min(exp, 60 s)}, so that many requests with one token cost one check of its
 * signature. What is remembered is only that the token is genuine: whether its user may still come in is asked of
 * {@link AccountDirectory} each time. Bounded; thread-safe.
 */
final class VerifiedTokens implements JwtDecoder {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int MOST = 4_000;

    private final JwtDecoder verifier;
    private final Cache<String, Jwt> genuine;

    VerifiedTokens(JwtDecoder verifier, Clock clock) {
        this.verifier = verifier;
        this.genuine = Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Expiry.<String, Jwt>creating((text, token) -> rememberFor(token, clock.instant())))
                .build();
    }

    @Override
    public Jwt decode(String text) {
        Jwt known = genuine.getIfPresent(text);
        if (known != null) {
            return known;
        }
        Jwt token = verifier.decode(text);
        genuine.put(text, token);
        return token;
    }

    private static Duration rememberFor(Jwt token, Instant now) {
        @Nullable Instant expires = token.getExpiresAt();
        if (expires == null || !expires.isAfter(now)) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, expires);
        return left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }
}

package ai.whatsflow.payhere.simulator.merchant;

import ai.whatsflow.payhere.simulator.PayhereProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Bearer tokens of the merchant API. They live in memory only: after a restart the merchant has to ask again. */
@Component
public class AccessTokens {
    private final Map<String, Instant> expiryByToken = new ConcurrentHashMap<>();
    private final Duration lifetime;
    private final Clock clock;

    AccessTokens(PayhereProperties properties, Clock clock) {
        this.lifetime = properties.tokenLifetime();
        this.clock = clock;
    }

    String issue() {
        Instant now = clock.instant();
        expiryByToken.values().removeIf(expiry -> !expiry.isAfter(now));
        String token = UUID.randomUUID().toString();
        expiryByToken.put(token, now.plus(lifetime));
        return token;
    }

    boolean isValid(String token) {
        Instant expiry = expiryByToken.get(token);
        return expiry != null && clock.instant().isBefore(expiry);
    }

    /** Ends every token now, as an outage or a rotation at the provider would. */
    public void expireAll() {
        expiryByToken.clear();
    }

    Duration lifetime() {
        return lifetime;
    }
}

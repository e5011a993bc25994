package ai.whatsflow.gateway.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Tombstones of revoked API keys. One is kept far longer than an exchange can be under way plus an internal token can
 * live, and is never dropped for want of room: dropped early it would let a key back in.
 */
@Component
public class RevokedApiKeys {

    static final Duration KEPT = Duration.ofMinutes(10);

    private final Cache<UUID, Boolean> tombstones;

    public RevokedApiKeys(Clock clock) {
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.tombstones =
                Caffeine.newBuilder().ticker(ticker).expireAfterWrite(KEPT).build();
    }

    public void add(UUID apiKeyId) {
        tombstones.put(apiKeyId, Boolean.TRUE);
    }

    public boolean contains(UUID apiKeyId) {
        return tombstones.getIfPresent(apiKeyId) != null;
    }
}

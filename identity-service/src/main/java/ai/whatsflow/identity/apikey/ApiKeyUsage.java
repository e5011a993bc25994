package ai.whatsflow.identity.apikey;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When keys were last exchanged, written in batches: a crash forgets the last few seconds. Thread-safe. */
@Component
class ApiKeyUsage {

    private final Map<UUID, Instant> uses = new ConcurrentHashMap<>();
    private final ApiKeys keys;
    private final Clock clock;

    ApiKeyUsage(ApiKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    void used(UUID id) {
        uses.put(id, clock.instant());
    }

    @PreDestroy
    @Scheduled(fixedDelayString = "${identity.api-key.usage-flush-interval}")
    void flush() {
        Map<UUID, Instant> batch = new HashMap<>(uses);
        if (!batch.isEmpty()) {
            keys.used(batch);
            batch.forEach(uses::remove);
        }
    }
}

package ai.whatsflow.serverregistry.server;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One run of a node's process, from its registration to its end. */
public record Boot(
        UUID id,
        String url,
        List<Engine> engines,
        Capacity capacity,
        Instant registeredAt,
        Instant lastHeartbeatAt,
        boolean draining,
        @Nullable Metrics metrics) {

    public Boot {
        engines = List.copyOf(engines);
    }

    Boot reporting(Metrics measured, boolean wantsToDrain, Instant now) {
        return new Boot(id, url, engines, capacity, registeredAt, now, wantsToDrain, measured);
    }

    long missedHeartbeats(Duration interval, Instant now) {
        return Math.max(0, Duration.between(lastHeartbeatAt, now).toMillis() / interval.toMillis());
    }
}

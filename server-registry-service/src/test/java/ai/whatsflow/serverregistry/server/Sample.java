package ai.whatsflow.serverregistry.server;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Servers for tests. */
final class Sample {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Sample() {}

    static Server server() {
        return new Server(
                UUID.randomUUID(),
                0,
                "colombo-1",
                new Capacity(500, "ap-south-1", Map.of("rack", "r1")),
                NOON,
                null,
                null,
                List.of(),
                false,
                ServerStatus.OFFLINE,
                null);
    }

    static Boot boot(UUID id) {
        return new Boot(
                id,
                "http://10.0.0.7:22101",
                List.of(new Engine("simulated", "1", true)),
                new Capacity(100, "elsewhere", Map.of("rack", "r2", "zone", "b")),
                NOON,
                NOON,
                false,
                null);
    }

    static Metrics metrics(double cpu) {
        return new Metrics(cpu, 0.5, 0.2, 10, Map.of("ONLINE", 3, "QR", 1, "STOPPED", 5), 0, 0);
    }
}

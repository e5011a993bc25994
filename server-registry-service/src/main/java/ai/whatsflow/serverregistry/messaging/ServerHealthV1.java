package ai.whatsflow.serverregistry.messaging;

import ai.whatsflow.serverregistry.server.Boot;
import ai.whatsflow.serverregistry.server.Capacity;
import ai.whatsflow.serverregistry.server.Engine;
import ai.whatsflow.serverregistry.server.Metrics;
import ai.whatsflow.serverregistry.server.Server;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The whole state of a server, as the health stream carries it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ServerHealthV1(
        UUID serverId,
        long version,
        String name,
        String status,
        @Nullable UUID bootId,
        List<UUID> exitedBootIds,
        @Nullable String url,
        List<EngineV1> engines,
        int maxDevices,
        int sessions,
        double cpu,
        double memory,
        double disk,
        @Nullable String region,
        Map<String, String> labels,
        @JsonRawValue @Nullable String publicKey,
        Instant at) {

    static final String TOPIC = "registry.server-health";
    static final String TYPE_CHANGED = "registry.server-health.changed.v1";
    static final String TYPE_REPORTED = "registry.server-health.reported.v1";

    record EngineV1(String name, String version, boolean idempotentSend) {

        static EngineV1 of(Engine engine) {
            return new EngineV1(engine.name(), engine.version(), engine.idempotentSend());
        }
    }

    static ServerHealthV1 of(Server server) {
        Boot boot = server.boot();
        Metrics metrics = boot == null ? null : boot.metrics();
        Capacity capacity = server.capacity();
        Instant at = server.publishedAt();
        return new ServerHealthV1(
                server.id(),
                server.version(),
                server.name(),
                server.status().name(),
                boot == null ? null : boot.id(),
                server.exitedBootIds(),
                boot == null ? null : boot.url(),
                boot == null
                        ? List.of()
                        : boot.engines().stream().map(EngineV1::of).toList(),
                capacity.maxDevices(),
                metrics == null ? 0 : metrics.liveSessions(),
                metrics == null ? 0 : metrics.cpu(),
                metrics == null ? 0 : metrics.memory(),
                metrics == null ? 0 : metrics.disk(),
                capacity.region(),
                capacity.labels(),
                server.publicKey(),
                at == null ? server.createdAt() : at);
    }
}

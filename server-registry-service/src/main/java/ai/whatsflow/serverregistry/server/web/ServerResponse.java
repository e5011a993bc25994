package ai.whatsflow.serverregistry.server.web;

import ai.whatsflow.serverregistry.server.Boot;
import ai.whatsflow.serverregistry.server.Capacity;
import ai.whatsflow.serverregistry.server.Engine;
import ai.whatsflow.serverregistry.server.Metrics;
import ai.whatsflow.serverregistry.server.Server;
import ai.whatsflow.serverregistry.server.ServerStatus;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A server as operations see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Server")
public record ServerResponse(
        UUID serverId,
        @Schema(example = "colombo-1") String name,
        ServerStatus status,
        boolean maintenance,
        boolean enrolled,
        @Nullable UUID bootId,
        @Schema(example = "http://10.0.0.7:22101") @Nullable String url,
        List<Engine> engines,
        @Schema(example = "500") int maxDevices,

        @Schema(description = "Live device sessions", example = "120")
        int sessions,

        Map<String, Integer> sessionsByState,

        @Schema(description = "Share in use, 0 to 1", example = "0.31") @Nullable
        Double cpu,

        @Nullable Double memory,
        @Nullable Double disk,
        @Nullable Integer openFiles,
        @Nullable Integer sendsInFlight,
        @Nullable Long eventBacklog,
        @Nullable String region,
        Map<String, String> labels,
        @Nullable Instant lastHeartbeatAt,
        Instant createdAt) {

    public static ServerResponse of(Server server) {
        Boot boot = server.boot();
        Metrics metrics = boot == null ? null : boot.metrics();
        Capacity capacity = server.capacity();
        return new ServerResponse(
                server.id(),
                server.name(),
                server.status(),
                server.maintenance(),
                server.publicKey() != null,
                boot == null ? null : boot.id(),
                boot == null ? null : boot.url(),
                boot == null ? List.of() : boot.engines(),
                capacity.maxDevices(),
                metrics == null ? 0 : metrics.liveSessions(),
                metrics == null ? Map.of() : metrics.sessions(),
                metrics == null ? null : metrics.cpu(),
                metrics == null ? null : metrics.memory(),
                metrics == null ? null : metrics.disk(),
                metrics == null ? null : metrics.openFiles(),
                metrics == null ? null : metrics.sendsInFlight(),
                metrics == null ? null : metrics.eventBacklog(),
                capacity.region(),
                capacity.labels(),
                boot == null ? null : boot.lastHeartbeatAt(),
                server.createdAt());
    }
}

package ai.whatsflow.serverregistry.node.web;

import ai.whatsflow.serverregistry.server.Metrics;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Newer nodes may say more than we know; what we know has to be there and in range. */
@JsonIgnoreProperties(ignoreUnknown = true)
record HeartbeatRequest(
        @NotNull UUID bootId,

        @Schema(description = "Share of all cores in use", example = "0.31") @DecimalMin("0") @DecimalMax("1")
        double cpu,

        @DecimalMin("0") @DecimalMax("1") double memory,
        @DecimalMin("0") @DecimalMax("1") double disk,
        @Min(0) @Nullable Integer openFiles,

        @Schema(example = "{\"ONLINE\": 120, \"QR\": 2}") @Size(max = 32) @Nullable
        Map<@Size(max = 40) String, @NotNull @Min(0) Integer> sessions,

        @Min(0) @Nullable Integer sendsInFlight,
        @Min(0) @Nullable Long eventBacklog,
        @Nullable Boolean draining) {

    Metrics metrics() {
        return new Metrics(
                cpu,
                memory,
                disk,
                openFiles == null ? 0 : openFiles,
                sessions == null ? Map.of() : sessions,
                sendsInFlight == null ? 0 : sendsInFlight,
                eventBacklog == null ? 0 : eventBacklog);
    }

    boolean wantsToDrain() {
        return Boolean.TRUE.equals(draining);
    }
}

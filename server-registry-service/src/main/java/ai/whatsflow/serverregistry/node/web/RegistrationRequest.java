package ai.whatsflow.serverregistry.node.web;

import ai.whatsflow.platform.problem.Storable;
import ai.whatsflow.serverregistry.server.Capacity;
import ai.whatsflow.serverregistry.server.Engine;
import ai.whatsflow.serverregistry.server.RegisterNode.Registration;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JsonIgnoreProperties(ignoreUnknown = true)
record RegistrationRequest(
        @NotNull UUID bootId,

        @NotNull
        @Size(max = 300)
        @Storable
        @Pattern(regexp = "https?://.+", message = "must be an http or https URL")
        @Schema(example = "http://10.0.0.7:22101")
        String url,

        @NotEmpty @Size(max = 16) List<@NotNull @Valid EngineRequest> engines,
        @Min(1) @Max(100_000) int maxDevices,
        @Size(max = 63) @Storable @Nullable String region,

        @Size(max = 32) @Nullable
        Map<@Size(min = 1, max = 63) @Storable String, @NotNull @Size(max = 63) @Storable String> labels) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record EngineRequest(
            @NotBlank @Size(max = 40) @Storable @Schema(example = "simulated")
            String name,

            @NotBlank @Size(max = 40) @Storable @Schema(example = "1")
            String version,

            boolean idempotentSend) {}

    Registration registration() {
        return new Registration(
                bootId,
                url.endsWith("/") ? url.substring(0, url.length() - 1) : url,
                engines.stream()
                        .map(engine -> new Engine(engine.name(), engine.version(), engine.idempotentSend()))
                        .toList(),
                new Capacity(maxDevices, region, labels == null ? Map.of() : labels));
    }
}

package ai.whatsflow.instance.instance.web;

import ai.whatsflow.instance.instance.Instance;
import ai.whatsflow.instance.instance.SessionState;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An instance as its owner sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Instance")
record InstanceResponse(
        UUID instanceId,
        UUID accountId,
        @Schema(example = "Front desk") String name,
        @Schema(example = "simulated") String engine,

        @Schema(description = "The engine talks to a simulator, not to WhatsApp")
        boolean simulated,

        SessionState state,

        @Schema(description = "Why it is in this state", example = "pairing-timed-out") @Nullable
        String reason,

        @Schema(example = "+94771234567") @Nullable String phone,
        @Nullable UUID serverId,
        long epoch,
        Instant createdAt) {

    static InstanceResponse of(Instance instance) {
        return new InstanceResponse(
                instance.id(),
                instance.accountId(),
                instance.name(),
                instance.engine(),
                instance.engine().equals("simulated"),
                instance.state(),
                instance.reason(),
                instance.phone(),
                instance.serverId(),
                instance.epoch(),
                instance.createdAt());
    }
}

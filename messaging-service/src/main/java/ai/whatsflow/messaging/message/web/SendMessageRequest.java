package ai.whatsflow.messaging.message.web;

import ai.whatsflow.platform.problem.Storable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

record SendMessageRequest(
        @NotNull UUID instanceId,

        @Schema(example = "+94771234567") @NotNull @Size(max = 40)
        String to,

        @Schema(example = "Your order is ready.") @NotNull @Size(min = 1, max = 4096) @Storable
        String text) {}

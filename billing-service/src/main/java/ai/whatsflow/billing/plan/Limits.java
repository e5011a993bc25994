package ai.whatsflow.billing.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/** How much of each; null is unlimited. Messages, AI replies and broadcasts count per month. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Limits(
        @Schema(example = "2") @PositiveOrZero @Nullable Integer devices,
        @Schema(example = "10000") @PositiveOrZero @Nullable Integer contacts,
        @Schema(example = "20000") @PositiveOrZero @Nullable Integer messages,
        @Schema(example = "500") @PositiveOrZero @Nullable Integer aiReplies,
        @Schema(example = "50") @PositiveOrZero @Nullable Integer broadcasts) {}

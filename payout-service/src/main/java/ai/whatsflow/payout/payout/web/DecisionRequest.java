package ai.whatsflow.payout.payout.web;

import ai.whatsflow.platform.problem.Storable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

@Schema(name = "PayoutDecision")
record DecisionRequest(
        @Nullable
        @Size(max = 120)
        @Storable
        @Pattern(regexp = ".*\\S.*", message = "must not be blank")
        @Schema(example = "TRF-20261121-0042")
        String reference,

        @Nullable @Size(max = 500) @Storable @Schema(example = "November")
        String note) {
    static final DecisionRequest EMPTY = new DecisionRequest(null, null);
}

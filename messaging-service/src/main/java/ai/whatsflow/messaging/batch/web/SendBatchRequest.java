package ai.whatsflow.messaging.batch.web;

import ai.whatsflow.platform.problem.Storable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record SendBatchRequest(
        @Schema(description = "They take turns.") @NotEmpty @Size(max = 100)
        List<@NotNull UUID> instanceIds,

        @Schema(example = "We open at nine tomorrow.") @NotNull @Size(min = 1, max = 4096) @Storable
        String text,

        @Schema(example = "[\"+94771234567\"]", description = "Numbers, or a groupId: one of the two.")
        @Size(min = 1, max = 10_000)
        @Nullable
        List<@NotNull @Size(max = 40) String> recipients,

        @Nullable UUID groupId) {

    @Schema(hidden = true)
    @AssertTrue(message = "give recipients or groupId, one of the two")
    boolean isEitherNumbersOrGroup() {
        return (recipients == null) != (groupId == null);
    }
}

package ai.whatsflow.contact.contact.web;

import ai.whatsflow.platform.problem.Storable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record ChangeContactRequest(
        @Schema(example = "+94771234567", description = "The old number stays if absent.") @Size(max = 40) @Nullable
        String phone,

        @Schema(example = "Nimal Perera", description = "The contact has no name if absent.")
        @Storable
        @Size(max = 200)
        @Nullable
        String name) {}

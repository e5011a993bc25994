package ai.whatsflow.contact.contact.web;

import ai.whatsflow.platform.problem.Storable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record AddContactRequest(
        @Schema(example = "077 123 4567", description = "In any form that is understood in the region.")
        @NotBlank
        @Size(max = 40)
        String phone,

        @Schema(example = "Nimal Perera") @Storable @Size(max = 200) @Nullable
        String name,

        @Schema(example = "LK", description = "Where national numbers are read; the account's own region if absent.")
        @Nullable
        String region) {}

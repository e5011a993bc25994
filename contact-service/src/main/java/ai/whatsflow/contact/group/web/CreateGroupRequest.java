package ai.whatsflow.contact.group.web;

import ai.whatsflow.platform.problem.Storable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record CreateGroupRequest(
        @Schema(example = "Regular customers") @Storable @NotBlank @Size(max = 100)
        String name) {}

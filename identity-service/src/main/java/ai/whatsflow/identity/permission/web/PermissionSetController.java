package ai.whatsflow.identity.permission.web;

import ai.whatsflow.identity.permission.PermissionSet;
import ai.whatsflow.identity.permission.PermissionSets;
import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Permission sets")
class PermissionSetController {

    private final PermissionSets sets;

    PermissionSetController(PermissionSets sets) {
        this.sets = sets;
    }

    @GetMapping("/api/v1/permission-sets")
    @Operation(summary = "List the permission sets that can be assigned", description = "Needs permission-sets:read.")
    Page<PermissionSetView> listPermissionSets(Caller caller) {
        caller.require("permission-sets:read");
        return new Page<>(sets.all().stream().map(PermissionSetView::of).toList(), null);
    }

    @Schema(name = "PermissionSet")
    record PermissionSetView(
            UUID permissionSetId,
            @Schema(example = "FINANCE_ADMIN") String name,

            @Schema(example = "[\"payments:*\",\"invoices:read\"]")
            List<String> permissions,

            long version) {

        static PermissionSetView of(PermissionSet set) {
            return new PermissionSetView(set.id(), set.name(), set.permissions(), set.version());
        }
    }
}

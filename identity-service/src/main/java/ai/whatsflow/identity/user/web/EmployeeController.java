package ai.whatsflow.identity.user.web;

import ai.whatsflow.identity.user.AssignPermissionSet;
import ai.whatsflow.identity.user.RegisterEmployee;
import ai.whatsflow.identity.user.User;
import ai.whatsflow.identity.web.DisplayName;
import ai.whatsflow.identity.web.EmailAddress;
import ai.whatsflow.identity.web.EntityVersion;
import ai.whatsflow.identity.web.MobileNumber;
import ai.whatsflow.platform.inbox.IdempotencyKey;
import ai.whatsflow.platform.inbox.IdempotentRequests;
import ai.whatsflow.platform.problem.Storable;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/employees")
@Tag(name = "Employees")
class EmployeeController {

    private final RegisterEmployee registerEmployee;
    private final AssignPermissionSet assignPermissionSet;
    private final UserViews views;
    private final IdempotentRequests idempotency;

    EmployeeController(
            RegisterEmployee registerEmployee,
            AssignPermissionSet assignPermissionSet,
            UserViews views,
            IdempotentRequests idempotency) {
        this.registerEmployee = registerEmployee;
        this.assignPermissionSet = assignPermissionSet;
        this.views = views;
        this.idempotency = idempotency;
    }

    @PostMapping
    @Operation(
            summary = "Register an employee",
            description = "By the owner. The permission set must not hold more than the owner's own permissions. "
                    + "The employee sets a password by the one-time link in the mail.")
    @ApiResponse(
            responseCode = "201",
            description = "registered",
            content = @Content(schema = @Schema(implementation = UserView.class)))
    ResponseEntity<?> registerEmployee(
            Caller caller, IdempotencyKey key, @Valid @RequestBody RegisterEmployeeRequest request) {
        return idempotency.once(key, request, () -> {
            User user = registerEmployee.register(
                    caller, request.name(), request.email(), request.mobile(), request.permissionSet());
            return ResponseEntity.created(URI.create("/api/v1/users/" + user.id()))
                    .eTag(EntityVersion.tag(user.version()))
                    .body(views.of(user));
        });
    }

    @PutMapping("/{id}/permission-set")
    @Operation(
            summary = "Assign another permission set to an employee",
            description = "By the owner; takes effect within seconds without a new sign-in.")
    ResponseEntity<UserView> assignPermissionSet(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody AssignPermissionSetRequest request) {
        User user = assignPermissionSet.assign(caller, id, EntityVersion.required(ifMatch), request.permissionSet());
        return ResponseEntity.ok().eTag(EntityVersion.tag(user.version())).body(views.of(user));
    }

    record RegisterEmployeeRequest(
            @Schema(example = "Farah Nizam") @DisplayName String name,

            @Schema(example = "farah@whatsflow.ai") @EmailAddress
            String email,

            @Schema(example = "+94771234568") @MobileNumber @Nullable
            String mobile,

            @Schema(example = "FINANCE_ADMIN") @NotBlank @Size(max = 100) @Storable
            String permissionSet) {}

    record AssignPermissionSetRequest(
            @Schema(example = "SUPPORT_ADMIN") @NotBlank @Size(max = 100) @Storable
            String permissionSet) {}
}

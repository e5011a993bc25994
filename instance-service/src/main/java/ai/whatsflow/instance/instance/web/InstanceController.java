package ai.whatsflow.instance.instance.web;

import ai.whatsflow.instance.instance.CreateInstance;
import ai.whatsflow.instance.instance.Instance;
import ai.whatsflow.instance.instance.Instances;
import ai.whatsflow.instance.instance.SessionState;
import ai.whatsflow.platform.inbox.IdempotencyKey;
import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.problem.Storable;
import ai.whatsflow.platform.security.AccountScope;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/instances")
@Tag(name = "Instances", description = "WhatsApp instances: one linked device each")
class InstanceController {

    record CreateInstanceRequest(
            @NotBlank @Size(max = 100) @Storable @Schema(example = "Front desk")
            String name,

            @NotBlank @Size(max = 40) @Storable @Schema(example = "simulated")
            String engine) {}

    private final Instances instances;
    private final ReachableInstance reachable;
    private final CreateInstance createInstance;
    private final InstanceActions actions;

    InstanceController(
            Instances instances, ReachableInstance reachable, CreateInstance createInstance, InstanceActions actions) {
        this.instances = instances;
        this.reachable = reachable;
        this.createInstance = createInstance;
        this.actions = actions;
    }

    @PostMapping
    @Operation(
            summary = "Create an instance",
            description = "Its session is placed on a node right away; watch its events for the QR code to scan.")
    @ApiResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = InstanceResponse.class)))
    @ApiResponse(responseCode = "402", description = "device-limit-reached or subscription-expired", content = @Content)
    @ApiResponse(responseCode = "409", description = "entitlement-pending: try again in a second", content = @Content)
    ResponseEntity<?> create(Caller caller, IdempotencyKey key, @Valid @RequestBody CreateInstanceRequest request) {
        caller.require("instances:create");
        return actions.once(key, request, () -> {
            Instance created =
                    createInstance.create(caller.accountId(), caller.userId(), request.name(), request.engine());
            return ResponseEntity.created(URI.create("/api/v1/instances/" + created.id()))
                    .body(InstanceResponse.of(created));
        });
    }

    @GetMapping
    @Operation(summary = "List instances, oldest first")
    Page<InstanceResponse> list(
            Caller caller,
            @RequestParam @Nullable SessionState state,
            @RequestParam @Nullable UUID accountId,
            PageRequest page) {
        caller.require("instances:read");
        return Page.of(instances.list(accounts(caller, accountId), state, page), page, Instance::id)
                .map(InstanceResponse::of);
    }

    @GetMapping("/{instanceId}")
    @Operation(summary = "Read one instance")
    InstanceResponse read(Caller caller, @PathVariable UUID instanceId) {
        caller.require("instances:read");
        return InstanceResponse.of(reachable.find(caller, instanceId));
    }

    @PostMapping("/{instanceId}/restart")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Ask for a fresh session",
            description = "After a log-out, or when no code was scanned in time: a new QR code follows.")
    InstanceResponse restart(Caller caller, @PathVariable UUID instanceId) {
        caller.require("instances:update");
        return InstanceResponse.of(actions.restart(reachable.find(caller, instanceId)));
    }

    @DeleteMapping("/{instanceId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete an instance", description = "Its session is closed; messages that wait in it fail.")
    void delete(Caller caller, @PathVariable UUID instanceId) {
        caller.require("instances:delete");
        actions.delete(reachable.find(caller, instanceId));
    }

    /** Null means everyone's. */
    private static UUID @Nullable [] accounts(Caller caller, @Nullable UUID wanted) {
        AccountScope scope = caller.scope();
        if (wanted != null) {
            return scope.includes(wanted) ? new UUID[] {wanted} : new UUID[0];
        }
        return scope.all() ? null : scope.accountIds();
    }
}

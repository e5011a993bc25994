package ai.whatsflow.serverregistry.enrolment.web;

import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.serverregistry.enrolment.CreateServer;
import ai.whatsflow.serverregistry.enrolment.IssueEnrolmentToken;
import ai.whatsflow.serverregistry.server.Capacity;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/servers")
@Tag(name = "Servers")
class ServerEnrolmentController {

    record CreateServerRequest(
            @NotNull
            @Pattern(regexp = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", message = "must be a DNS label")
            @Schema(example = "colombo-1")
            String name,

            @NotNull @Min(1) @Max(100_000) @Schema(example = "500") @Nullable
            Integer maxDevices,

            @Size(min = 1, max = 63) @Schema(example = "ap-south-1") @Nullable
            String region,

            @Size(max = 32) @Nullable Map<@Size(min = 1, max = 63) String, @NotNull @Size(max = 63) String> labels) {

        Capacity limits() {
            return new Capacity(maxDevices == null ? 0 : maxDevices, region, labels == null ? Map.of() : labels);
        }
    }

    record CreateServerResponse(
            UUID serverId,

            @Schema(description = "Shown once; valid for one enrolment", example = "wfe_Zk3…")
            String enrolmentToken) {}

    record EnrolmentTokenResponse(
            @Schema(example = "wfe_Zk3…") String enrolmentToken) {}

    private final CreateServer createServer;
    private final IssueEnrolmentToken issueEnrolmentToken;

    ServerEnrolmentController(CreateServer createServer, IssueEnrolmentToken issueEnrolmentToken) {
        this.createServer = createServer;
        this.issueEnrolmentToken = issueEnrolmentToken;
    }

    @PostMapping
    @Operation(summary = "Add a server and get the one-time token that enrols its node")
    @ApiResponse(responseCode = "201", description = "Added")
    ResponseEntity<CreateServerResponse> create(Caller caller, @Valid @RequestBody CreateServerRequest request) {
        caller.require("servers:create");
        var created = createServer.create(request.name(), request.limits(), caller.userId());
        return ResponseEntity.created(URI.create("/api/v1/servers/" + created.serverId()))
                .cacheControl(CacheControl.noStore())
                .body(new CreateServerResponse(
                        created.serverId(), created.token().value()));
    }

    @PostMapping("/{serverId}/enrolment-tokens")
    @Operation(summary = "Get a new one-time token; an unused older one stops working")
    @ApiResponse(responseCode = "201", description = "Issued")
    ResponseEntity<EnrolmentTokenResponse> issue(Caller caller, @PathVariable UUID serverId) {
        caller.require("servers:update");
        String token = issueEnrolmentToken.issue(serverId, caller.userId()).value();
        return ResponseEntity.status(201).cacheControl(CacheControl.noStore()).body(new EnrolmentTokenResponse(token));
    }
}

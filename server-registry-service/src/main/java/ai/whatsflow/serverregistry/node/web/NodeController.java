package ai.whatsflow.serverregistry.node.web;

import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.serverregistry.RegistryProblem;
import ai.whatsflow.serverregistry.node.NodeCaller;
import ai.whatsflow.serverregistry.server.HealthProperties;
import ai.whatsflow.serverregistry.server.RecordExit;
import ai.whatsflow.serverregistry.server.RecordHeartbeat;
import ai.whatsflow.serverregistry.server.RegisterNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/node-api/v1")
@Tag(name = "Node callbacks")
class NodeController {

    record RegistrationResponse(Duration heartbeatInterval, Duration leaseTime) {}

    private final RegisterNode registerNode;
    private final RecordHeartbeat recordHeartbeat;
    private final RecordExit recordExit;
    private final HealthProperties properties;

    NodeController(
            RegisterNode registerNode,
            RecordHeartbeat recordHeartbeat,
            RecordExit recordExit,
            HealthProperties properties) {
        this.registerNode = registerNode;
        this.recordHeartbeat = recordHeartbeat;
        this.recordExit = recordExit;
        this.properties = properties;
    }

    @PostMapping("/registrations")
    @Operation(summary = "Say that a new run of the node has started; older runs have thereby ended")
    @ApiResponse(responseCode = "409", description = "boot-exited: this run has been reported as ended")
    RegistrationResponse register(
            @Parameter(hidden = true) NodeCaller node, @Valid @RequestBody RegistrationRequest request) {
        requireRun(node, request.bootId());
        registerNode.register(node.serverId(), request.registration());
        return new RegistrationResponse(properties.heartbeatInterval(), properties.leaseTime());
    }

    @PostMapping("/heartbeats")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Report the node's health")
    @ApiResponse(responseCode = "409", description = "register-first: this boot id is not the registered one")
    void heartbeat(@Parameter(hidden = true) NodeCaller node, @Valid @RequestBody HeartbeatRequest request) {
        requireRun(node, request.bootId());
        recordHeartbeat.record(node.serverId(), request.bootId(), request.metrics(), request.wantsToDrain());
    }

    @PostMapping("/exit-notices")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The supervisor has seen a run of the node end")
    void exit(@Parameter(hidden = true) NodeCaller node, @Valid @RequestBody ExitNoticeRequest request) {
        recordExit.record(node.serverId(), request.bootId());
    }

    private static void requireRun(NodeCaller node, UUID bootId) {
        if (!node.isRun(bootId)) {
            throw new ProblemException(
                    RegistryProblem.NODE_TOKEN_INVALID, "The token's boot claim is not the boot id of the body.");
        }
    }
}

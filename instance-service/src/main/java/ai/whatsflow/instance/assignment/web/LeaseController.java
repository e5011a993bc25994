package ai.whatsflow.instance.assignment.web;

import ai.whatsflow.instance.InstanceProblem;
import ai.whatsflow.instance.assignment.Held;
import ai.whatsflow.instance.assignment.LeaseProperties;
import ai.whatsflow.instance.assignment.ReleaseLeases;
import ai.whatsflow.instance.assignment.RenewLeases;
import ai.whatsflow.instance.node.NodeCaller;
import ai.whatsflow.platform.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/node-api/v1")
@Tag(name = "Node callbacks", description = "What device nodes call; authenticated by the node's own key")
class LeaseController {

    record LeaseRequest(@NotNull UUID instanceId, @Min(1) long epoch) {

        Held held() {
            return new Held(instanceId, epoch);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record RenewalRequest(
            @NotNull UUID bootId,
            @NotNull @Size(max = 10_000) List<@NotNull @Valid LeaseRequest> leases) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ReleaseRequest(@NotNull @Size(max = 10_000) List<@NotNull @Valid LeaseRequest> leases) {}

    record RenewalResponse(Duration leaseTime, List<RenewLeases.Renewal> items) {}

    private final RenewLeases renewLeases;
    private final ReleaseLeases releaseLeases;
    private final LeaseProperties properties;

    LeaseController(RenewLeases renewLeases, ReleaseLeases releaseLeases, LeaseProperties properties) {
        this.renewLeases = renewLeases;
        this.releaseLeases = releaseLeases;
        this.properties = properties;
    }

    @PostMapping("/lease-renewals")
    @Operation(
            summary = "Renew the leases of sessions",
            description = "The lease time counts from before the request was sent. LOST or MISSING: close the session.")
    RenewalResponse renew(@Parameter(hidden = true) NodeCaller node, @Valid @RequestBody RenewalRequest request) {
        if (!request.bootId().equals(node.bootId())) {
            throw new ProblemException(
                    InstanceProblem.NODE_TOKEN_INVALID, "The token's boot claim is not the boot id of the body.");
        }
        return new RenewalResponse(
                properties.duration(),
                renewLeases.renew(
                        node, request.leases().stream().map(LeaseRequest::held).toList()));
    }

    @PostMapping("/lease-releases")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give sessions back whose sockets are closed")
    void release(@Parameter(hidden = true) NodeCaller node, @Valid @RequestBody ReleaseRequest request) {
        releaseLeases.release(
                node, request.leases().stream().map(LeaseRequest::held).toList());
    }
}

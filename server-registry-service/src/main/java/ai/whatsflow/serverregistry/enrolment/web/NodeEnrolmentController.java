package ai.whatsflow.serverregistry.enrolment.web;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.serverregistry.enrolment.EnrolNode;
import ai.whatsflow.serverregistry.enrolment.EnrolmentToken;
import ai.whatsflow.serverregistry.enrolment.NodeKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Node callbacks", description = "What device nodes call; authenticated by the node's own key")
class NodeEnrolmentController {

    record EnrolmentRequest(
            @NotBlank @Size(max = 200) String enrolmentToken,
            @NotNull Map<String, Object> publicKey) {}

    record EnrolmentResponse(UUID serverId) {}

    private final EnrolNode enrolNode;

    NodeEnrolmentController(EnrolNode enrolNode) {
        this.enrolNode = enrolNode;
    }

    @PostMapping("/node-api/v1/enrolments")
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirements
    @Operation(summary = "Exchange a one-time token for the right of a key to speak for the server")
    @ApiResponse(responseCode = "201", description = "Enrolled")
    @ApiResponse(responseCode = "401", description = "The token is unknown, used or expired")
    EnrolmentResponse enrol(@Valid @RequestBody EnrolmentRequest request) {
        NodeKey key = NodeKey.read(request.publicKey())
                .orElseThrow(() -> new ProblemException(PlatformProblem.INVALID, "This key can't be used.")
                        .at("/publicKey", "must be an RSA public key of at least 2048 bits, as a JWK"));
        return new EnrolmentResponse(enrolNode.enrol(new EnrolmentToken(request.enrolmentToken()), key));
    }
}

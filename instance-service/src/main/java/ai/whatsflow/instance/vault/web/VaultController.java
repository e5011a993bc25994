package ai.whatsflow.instance.vault.web;

import ai.whatsflow.instance.InstanceProblem;
import ai.whatsflow.instance.node.NodeCaller;
import ai.whatsflow.instance.vault.ReadVault;
import ai.whatsflow.instance.vault.SaveVault;
import ai.whatsflow.instance.vault.VaultAnswer;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/node-api/v1/vault/{instanceId}")
@Tag(name = "Node callbacks")
class VaultController {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record SaveRequest(
            @Min(1) long epoch,

            @Schema(description = "The version this state follows; 0 if there was none") @Min(0)
            long expectedVersion,

            @NotNull @Size(max = 2_000_000) byte[] state) {}

    record SaveResponse(long version) {}

    record ReadResponse(long version, byte[] state) {}

    private final ReadVault readVault;
    private final SaveVault saveVault;

    VaultController(ReadVault readVault, SaveVault saveVault) {
        this.readVault = readVault;
        this.saveVault = saveVault;
    }

    @GetMapping
    @Operation(summary = "Read the state to resume a session from")
    @ApiResponse(responseCode = "404", description = "There is none: start with a new pairing")
    @ApiResponse(responseCode = "409", description = "stale-epoch: this run does not own the session")
    ResponseEntity<ReadResponse> read(
            @Parameter(hidden = true) NodeCaller node, @PathVariable UUID instanceId, @RequestParam long epoch) {
        return switch (readVault.read(node, instanceId, epoch)) {
            case VaultAnswer.Found(var found) ->
                ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(new ReadResponse(found.version(), found.state()));
            case VaultAnswer.Empty empty ->
                throw new ProblemException(PlatformProblem.NOT_FOUND, "There is no state to resume from.");
            case VaultAnswer.Stale stale -> throw stale();
            case VaultAnswer.Saved saved -> throw new IllegalStateException("read, not saved");
        };
    }

    @PutMapping
    @Operation(summary = "Save the state of a session, fenced by epoch and version")
    @ApiResponse(responseCode = "409", description = "stale-epoch: another owner or a newer state is there")
    SaveResponse save(
            @Parameter(hidden = true) NodeCaller node,
            @PathVariable UUID instanceId,
            @Valid @RequestBody SaveRequest request) {
        return switch (saveVault.save(node, instanceId, request.epoch(), request.expectedVersion(), request.state())) {
            case VaultAnswer.Saved(long version) -> new SaveResponse(version);
            default -> throw stale();
        };
    }

    private static ProblemException stale() {
        return new ProblemException(
                InstanceProblem.STALE_EPOCH, "You do not own this session, or a newer state is there: yield.");
    }
}

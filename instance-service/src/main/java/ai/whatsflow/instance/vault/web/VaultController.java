package ai.whatsflow.instance.vault.web;

import ai.whatsflow.instance.node.NodeCaller;
import ai.whatsflow.instance.vault.Claim;
import ai.whatsflow.instance.vault.ReadVault;
import ai.whatsflow.instance.vault.SaveVault;
import ai.whatsflow.instance.vault.VaultAnswer;
import ai.whatsflow.instance.vault.VaultWrite;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The vault, for many sessions in one request: a take-over resumes hundreds. */
@RestController
@RequestMapping("/node-api/v1")
@Tag(name = "Node callbacks")
class VaultController {

    private static final int MOST = 500;

    @JsonIgnoreProperties(ignoreUnknown = true)
    record VaultReads(@NotNull @Size(min = 1, max = MOST) List<@NotNull @Valid OwnedSession> reads) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record OwnedSession(@NotNull UUID instanceId, @Min(1) long epoch) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record VaultWrites(@NotNull @Size(min = 1, max = MOST) List<@NotNull @Valid StateToKeep> writes) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record StateToKeep(
            @NotNull UUID instanceId,

            @Min(1) long epoch,

            @Schema(description = "The version this state follows; 0 if there was none") @Min(0)
            long expectedVersion,

            @NotNull @Size(max = 2_000_000) byte[] state) {}

    /** How one of them ended. */
    enum Outcome {
        FOUND,
        /** There is no state: start with a new pairing. */
        EMPTY,
        SAVED,
        /** Another owner or a newer state is there: yield. */
        STALE,
        /** It did not fit into this answer: ask for it again. */
        LATER
    }

    /** Fields that say nothing for this outcome are left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VaultResult(
            UUID instanceId,
            long epoch,
            Outcome outcome,
            @Nullable Long version,
            byte @Nullable [] state) {}

    record VaultResults(List<VaultResult> results) {}

    private final ReadVault readVault;
    private final SaveVault saveVault;

    VaultController(ReadVault readVault, SaveVault saveVault) {
        this.readVault = readVault;
        this.saveVault = saveVault;
    }

    @PostMapping("/vault-reads")
    @Operation(summary = "Read the states to resume sessions from, each as its own outcome")
    ResponseEntity<VaultResults> read(
            @Parameter(hidden = true) NodeCaller node, @Valid @RequestBody VaultReads request) {
        List<Claim> claims = request.reads().stream()
                .map(read -> new Claim(read.instanceId(), read.epoch()))
                .toList();
        requireEachOnce(claims);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(results(readVault.read(node, claims)));
    }

    @PostMapping("/vault-writes")
    @Operation(summary = "Save the states of sessions, each fenced by its epoch and version, each as its own outcome")
    VaultResults write(@Parameter(hidden = true) NodeCaller node, @Valid @RequestBody VaultWrites request) {
        List<VaultWrite> writes = request.writes().stream()
                .map(write -> new VaultWrite(
                        new Claim(write.instanceId(), write.epoch()), write.expectedVersion(), write.state()))
                .toList();
        requireEachOnce(writes.stream().map(VaultWrite::claim).toList());
        return results(saveVault.save(node, writes));
    }

    private static void requireEachOnce(List<Claim> claims) {
        if (claims.stream().distinct().count() < claims.size()) {
            throw new ProblemException(PlatformProblem.INVALID, "Name each session once in a request.");
        }
    }

    private static VaultResults results(Map<Claim, VaultAnswer> answers) {
        return new VaultResults(answers.entrySet().stream()
                .map(answer -> result(answer.getKey(), answer.getValue()))
                .toList());
    }

    private static VaultResult result(Claim claim, VaultAnswer answer) {
        return switch (answer) {
            case VaultAnswer.Found(var state) -> result(claim, Outcome.FOUND, state.version(), state.state());
            case VaultAnswer.Saved(long version) -> result(claim, Outcome.SAVED, version, null);
            case VaultAnswer.Empty empty -> result(claim, Outcome.EMPTY, null, null);
            case VaultAnswer.Stale stale -> result(claim, Outcome.STALE, null, null);
            case VaultAnswer.Later later -> result(claim, Outcome.LATER, null, null);
        };
    }

    private static VaultResult result(Claim claim, Outcome outcome, @Nullable Long version, byte @Nullable [] state) {
        return new VaultResult(claim.instanceId(), claim.epoch(), outcome, version, state);
    }
}

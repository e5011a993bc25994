package ai.whatsflow.voucher.batch.web;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.platform.security.Tier;
import ai.whatsflow.voucher.VoucherProblem;
import ai.whatsflow.voucher.batch.BatchStatus;
import ai.whatsflow.voucher.batch.ExportVoucherCodes;
import ai.whatsflow.voucher.batch.VoucherBatch;
import ai.whatsflow.voucher.batch.VoucherBatches;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Voucher batches")
class VoucherCodeController {
    private final VoucherBatches batches;
    private final ExportVoucherCodes export;

    VoucherCodeController(VoucherBatches batches, ExportVoucherCodes export) {
        this.batches = batches;
        this.export = export;
    }

    @GetMapping(path = "/api/v1/voucher-batches/{batchId}/codes", produces = "text/csv")
    @Operation(summary = "Export the plain codes of a batch; for the owner, and kept in the audit trail")
    @ApiResponse(
            responseCode = "200",
            description = "One line per voucher",
            content =
                    @Content(
                            mediaType = "text/csv",
                            examples = @ExampleObject("code,value,currency,expiresAt,used\n"
                                            + "7Q2M-X9KD-04TB-K,500.00,LKR,2027-12-31T18:30:00Z,false")))
    void exportVoucherCodes(Caller caller, @PathVariable UUID batchId, HttpServletResponse response)
            throws IOException {
        StaffOnly.require(caller, "voucher-batches:read");
        if (caller.tier() != Tier.OWNER) {
            throw new ProblemException(PlatformProblem.FORBIDDEN, "Only the owner may read plain codes.");
        }
        VoucherBatch batch = batches.find(batchId)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND, "There is no such batch."));
        if (batch.status() != BatchStatus.READY) {
            throw new ProblemException(VoucherProblem.BATCH_GENERATING, "Ask again when the batch is READY.")
                    .retryAfter(Duration.ofSeconds(1));
        }
        var codes = export.export(batch, caller.userId());
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"vouchers-" + batchId + ".csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        codes.writeTo(response.getWriter());
    }
}

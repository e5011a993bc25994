package ai.whatsflow.voucher.batch.web;

import ai.whatsflow.platform.inbox.IdempotencyKey;
import ai.whatsflow.platform.inbox.IdempotentRequests;
import ai.whatsflow.platform.inbox.RequiredKey;
import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.voucher.batch.BatchFilter;
import ai.whatsflow.voucher.batch.BatchOrder;
import ai.whatsflow.voucher.batch.BatchStatus;
import ai.whatsflow.voucher.batch.IssueVoucherBatch;
import ai.whatsflow.voucher.batch.VoucherBatch;
import ai.whatsflow.voucher.batch.VoucherBatches;
import ai.whatsflow.voucher.batch.VoucherGenerator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/voucher-batches")
@Tag(name = "Voucher batches")
class VoucherBatchController {
    private final IssueVoucherBatch issue;
    private final VoucherBatches batches;
    private final VoucherGenerator generator;
    private final IdempotentRequests idempotency;
    private final Clock clock;

    VoucherBatchController(
            IssueVoucherBatch issue,
            VoucherBatches batches,
            VoucherGenerator generator,
            IdempotentRequests idempotency,
            Clock clock) {
        this.issue = issue;
        this.batches = batches;
        this.generator = generator;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @PostMapping
    @Operation(summary = "Issue a batch of vouchers; its codes are made in the background")
    @ApiResponse(
            responseCode = "202",
            description = "Accepted; its codes are being made",
            content = @Content(schema = @Schema(implementation = BatchView.class)))
    ResponseEntity<?> issueVoucherBatch(
            Caller caller, @RequiredKey IdempotencyKey key, @Valid @RequestBody IssueBatchRequest request) {
        StaffOnly.require(caller, "voucher-batches:create");
        ResponseEntity<?> answer = idempotency.once(key, request, () -> {
            check(request);
            VoucherBatch batch = issue.issue(new BatchOrder(
                    request.type(), request.count(), request.value(), request.expiresAt(), caller.userId()));
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/voucher-batches/" + batch.id()))
                    .body(BatchView.of(batch));
        });
        generator.wake();
        return answer;
    }

    @GetMapping
    @Operation(summary = "List voucher batches, newest first")
    Page<BatchView> listVoucherBatches(
            Caller caller,
            @RequestParam(required = false) @Nullable BatchStatus status,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            PageRequest page) {
        StaffOnly.require(caller, "voucher-batches:read");
        BatchFilter filter = new BatchFilter(status, from, until);
        return Page.of(batches.list(filter, page), page, VoucherBatch::id).map(BatchView::of);
    }

    @GetMapping("/{batchId}")
    @Operation(summary = "Show a voucher batch and how far its codes are made")
    BatchView showVoucherBatch(Caller caller, @PathVariable UUID batchId) {
        StaffOnly.require(caller, "voucher-batches:read");
        return batches.find(batchId)
                .map(BatchView::of)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND, "There is no such batch."));
    }

    private void check(IssueBatchRequest request) {
        if (!request.value().isPositive()) {
            throw new ProblemException(PlatformProblem.INVALID, "A voucher is worth more than nothing.")
                    .at("/value/amount", "must be greater than 0");
        }
        Instant expiresAt = request.expiresAt();
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw new ProblemException(PlatformProblem.INVALID, "A batch expires in the future.")
                    .at("/expiresAt", "must be in the future");
        }
    }
}

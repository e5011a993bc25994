package ai.whatsflow.payout.payout.web;

import ai.whatsflow.payout.payout.ApprovePayout;
import ai.whatsflow.payout.payout.Decision;
import ai.whatsflow.payout.payout.DecisionOutcome;
import ai.whatsflow.payout.payout.PayPayout;
import ai.whatsflow.payout.payout.RejectPayout;
import ai.whatsflow.platform.inbox.IdempotencyKey;
import ai.whatsflow.platform.inbox.IdempotentRequests;
import ai.whatsflow.platform.inbox.RequiredKey;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/payouts/{payoutId}")
@Tag(name = "Payouts")
class PayoutDecisionController {
    private final ApprovePayout approve;
    private final RejectPayout reject;
    private final PayPayout pay;
    private final IdempotentRequests idempotency;

    PayoutDecisionController(
            ApprovePayout approve, RejectPayout reject, PayPayout pay, IdempotentRequests idempotency) {
        this.approve = approve;
        this.reject = reject;
        this.pay = pay;
        this.idempotency = idempotency;
    }

    @PostMapping("/approve")
    @Operation(summary = "Approve a payout that somebody else requested")
    @ApiResponse(
            responseCode = "200",
            description = "Approved",
            content = @Content(schema = @Schema(implementation = PayoutView.class)))
    ResponseEntity<?> approvePayout(
            Caller caller,
            @PathVariable UUID payoutId,
            @RequiredKey IdempotencyKey key,
            @Valid @RequestBody(required = false) @Nullable DecisionRequest body) {
        requireStaff(caller, "payouts:approve");
        return decide(caller, payoutId, key, body, approve::approve);
    }

    @PostMapping("/reject")
    @Operation(summary = "Reject a payout; its commissions are payable again")
    @ApiResponse(
            responseCode = "200",
            description = "Rejected",
            content = @Content(schema = @Schema(implementation = PayoutView.class)))
    ResponseEntity<?> rejectPayout(
            Caller caller,
            @PathVariable UUID payoutId,
            @RequiredKey IdempotencyKey key,
            @Valid @RequestBody(required = false) @Nullable DecisionRequest body) {
        requireStaff(caller, "payouts:approve");
        return decide(caller, payoutId, key, body, reject::reject);
    }

    @PostMapping("/pay")
    @Operation(summary = "Record that an approved payout was paid; cash and bank transfers need a reference")
    @ApiResponse(
            responseCode = "200",
            description = "Paid",
            content = @Content(schema = @Schema(implementation = PayoutView.class)))
    ResponseEntity<?> payPayout(
            Caller caller,
            @PathVariable UUID payoutId,
            @RequiredKey IdempotencyKey key,
            @Valid @RequestBody(required = false) @Nullable DecisionRequest body) {
        requireStaff(caller, "payouts:pay");
        return decide(caller, payoutId, key, body, pay::pay);
    }

    private ResponseEntity<?> decide(
            Caller caller,
            UUID payoutId,
            IdempotencyKey key,
            @Nullable DecisionRequest body,
            Function<Decision, DecisionOutcome> use) {
        DecisionRequest request = body == null ? DecisionRequest.EMPTY : body;
        Decision decision = new Decision(payoutId, caller.userId(), request.reference(), request.note());
        return idempotency.once(
                key,
                request,
                () -> ResponseEntity.ok(PayoutView.of(PayoutProblems.payoutOrThrow(use.apply(decision)))));
    }

    private static void requireStaff(Caller caller, String permission) {
        caller.require(permission);
        if (!caller.isStaff()) {
            throw new ProblemException(PlatformProblem.FORBIDDEN, "The owner's people decide on payouts.");
        }
    }
}

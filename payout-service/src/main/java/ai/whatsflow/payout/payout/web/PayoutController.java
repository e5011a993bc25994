package ai.whatsflow.payout.payout.web;

import ai.whatsflow.payout.payout.Payout;
import ai.whatsflow.payout.payout.PayoutFilter;
import ai.whatsflow.payout.payout.PayoutStatus;
import ai.whatsflow.payout.payout.PayoutType;
import ai.whatsflow.payout.payout.Payouts;
import ai.whatsflow.payout.payout.RequestPayout;
import ai.whatsflow.platform.inbox.IdempotencyKey;
import ai.whatsflow.platform.inbox.IdempotentRequests;
import ai.whatsflow.platform.inbox.RequiredKey;
import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
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
@RequestMapping("/api/v1/payouts")
@Tag(name = "Payouts")
class PayoutController {
    private final RequestPayout request;
    private final PayoutOrders orders;
    private final Payouts payouts;
    private final IdempotentRequests idempotency;

    PayoutController(RequestPayout request, PayoutOrders orders, Payouts payouts, IdempotentRequests idempotency) {
        this.request = request;
        this.orders = orders;
        this.payouts = payouts;
        this.idempotency = idempotency;
    }

    @PostMapping
    @Operation(summary = "Request a payout of payable commissions")
    @ApiResponse(
            responseCode = "201",
            description = "Requested",
            content = @Content(schema = @Schema(implementation = PayoutView.class)))
    ResponseEntity<?> requestPayout(
            Caller caller, @RequiredKey IdempotencyKey key, @Valid @RequestBody RequestPayoutRequest body) {
        caller.require("payouts:create");
        return idempotency.once(key, body, () -> {
            Payout payout = PayoutProblems.payoutOrThrow(request.request(orders.of(caller, body)));
            return ResponseEntity.created(URI.create("/api/v1/payouts/" + payout.id()))
                    .body(PayoutView.of(payout));
        });
    }

    @GetMapping
    @Operation(summary = "List payouts, newest first; a sub-dealer sees its own")
    Page<PayoutView> listPayouts(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID subDealerId,
            @RequestParam(required = false) @Nullable PayoutStatus status,
            @RequestParam(required = false) @Nullable PayoutType type,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            PageRequest page) {
        caller.require("payouts:read");
        if (!caller.isStaff() && subDealerId != null && !subDealerId.equals(caller.accountId())) {
            throw PayoutProblems.notFound();
        }
        UUID dealer = caller.isStaff() ? subDealerId : caller.accountId();
        PayoutFilter filter = new PayoutFilter(dealer, status, type, from, until);
        return Page.of(payouts.list(filter, page), page, Payout::id).map(PayoutView::of);
    }

    @GetMapping("/{payoutId}")
    @Operation(summary = "Show a payout")
    PayoutView showPayout(Caller caller, @PathVariable UUID payoutId) {
        caller.require("payouts:read");
        return payouts.find(payoutId)
                .filter(payout -> caller.isStaff() || payout.subDealerId().equals(caller.accountId()))
                .map(PayoutView::of)
                .orElseThrow(PayoutProblems::notFound);
    }
}

package ai.whatsflow.billing.payment.web;

import ai.whatsflow.billing.invoice.PaymentMethod;
import ai.whatsflow.billing.payment.ConfirmPayment;
import ai.whatsflow.billing.payment.Payment;
import ai.whatsflow.billing.payment.PaymentFilter;
import ai.whatsflow.billing.payment.PaymentStatus;
import ai.whatsflow.billing.payment.Payments;
import ai.whatsflow.platform.inbox.IdempotencyKey;
import ai.whatsflow.platform.inbox.IdempotentRequests;
import ai.whatsflow.platform.inbox.RequiredKey;
import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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
@RequestMapping("/api/v1/payments")
@Tag(name = "Payments")
class PaymentController {

    private final Payments payments;
    private final ConfirmPayment confirmPayment;
    private final IdempotentRequests idempotency;

    PaymentController(Payments payments, ConfirmPayment confirmPayment, IdempotentRequests idempotency) {
        this.payments = payments;
        this.confirmPayment = confirmPayment;
        this.idempotency = idempotency;
    }

    @GetMapping
    @Operation(summary = "Payments of the own account and those below it, newest first")
    Page<PaymentView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable PaymentStatus status,
            @RequestParam(required = false) @Nullable PaymentMethod method,
            @RequestParam(required = false) @Nullable UUID accountId,
            PageRequest page) {
        caller.require("payments:read");
        PaymentFilter filter = new PaymentFilter(caller.scope(), status, method, accountId);
        return Page.of(payments.page(filter, page.before(), page.limit()), page, Payment::id)
                .map(PaymentView::of);
    }

    @GetMapping("/{paymentId}")
    @Operation(summary = "One payment")
    PaymentView get(Caller caller, @PathVariable UUID paymentId) {
        caller.require("payments:read");
        return payments.find(paymentId)
                .filter(payment -> caller.reaches(payment.accountId()))
                .map(PaymentView::of)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND, "There is no such payment."));
    }

    @PostMapping("/{paymentId}/confirm")
    @Operation(summary = "Confirms that a CASH, BANK or UPI payment has arrived; never one of the own account")
    ResponseEntity<?> confirm(
            Caller caller,
            @RequiredKey IdempotencyKey key,
            @PathVariable UUID paymentId,
            @Valid @RequestBody Confirmation confirmation) {
        caller.require("payments:confirm");
        return idempotency.once(
                key,
                confirmation,
                () -> ResponseEntity.ok(PaymentView.of(
                        confirmPayment.confirm(caller, paymentId, confirmation.reference(), confirmation.note()))));
    }

    record Confirmation(
            @Schema(example = "receipt 4711") @NotBlank @Size(max = 100)
            String reference,

            @Schema(example = "paid at the counter") @Size(max = 500) @Nullable
            String note) {}
}

package ai.whatsflow.billing.recharge.web;

import ai.whatsflow.billing.invoice.PaymentMethod;
import ai.whatsflow.billing.payment.Checkout;
import ai.whatsflow.billing.payment.PaymentStatus;
import ai.whatsflow.billing.payment.web.PayerRequest;
import ai.whatsflow.billing.recharge.StartRecharge;
import ai.whatsflow.platform.inbox.IdempotencyKey;
import ai.whatsflow.platform.inbox.IdempotentRequests;
import ai.whatsflow.platform.inbox.RequiredKey;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.security.Caller;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/wallet/recharges")
@Tag(name = "Wallet")
class RechargeController {

    private final StartRecharge startRecharge;
    private final IdempotentRequests idempotency;

    RechargeController(StartRecharge startRecharge, IdempotentRequests idempotency) {
        this.startRecharge = startRecharge;
        this.idempotency = idempotency;
    }

    @PostMapping
    @Operation(summary = "Fills a wallet with money; a sub-dealer's pays what it owes first")
    ResponseEntity<?> start(
            Caller caller, @RequiredKey IdempotencyKey key, @Valid @RequestBody RechargeRequest request) {
        caller.require("wallet:recharge");
        return idempotency.once(key, request, () -> {
            StartRecharge.Started started = startRecharge.start(
                    caller,
                    request.accountId() == null ? caller.accountId() : request.accountId(),
                    request.amount(),
                    request.method(),
                    request.payer() == null ? null : request.payer().payer());
            return ResponseEntity.created(
                            URI.create("/api/v1/payments/" + started.payment().id()))
                    .body(RechargeView.of(started));
        });
    }

    record RechargeRequest(
            @NotNull Money amount,
            @NotNull PaymentMethod method,
            @Nullable UUID accountId,
            @Valid @Nullable PayerRequest payer) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RechargeView(
            UUID paymentId,
            UUID accountId,
            Money amount,
            PaymentMethod method,
            PaymentStatus status,
            @Nullable Checkout checkout) {

        static RechargeView of(StartRecharge.Started started) {
            return new RechargeView(
                    started.payment().id(),
                    started.payment().accountId(),
                    started.payment().amount(),
                    started.payment().method(),
                    started.payment().status().shown(),
                    started.checkout());
        }
    }
}

package ai.whatsflow.billing.purchase.web;

import ai.whatsflow.billing.purchase.Purchases;
import ai.whatsflow.billing.purchase.StartPurchase;
import ai.whatsflow.platform.inbox.IdempotencyKey;
import ai.whatsflow.platform.inbox.IdempotentRequests;
import ai.whatsflow.platform.inbox.RequiredKey;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/purchases")
@Tag(name = "Purchases")
class PurchaseController {

    private final Purchases purchases;
    private final StartPurchase startPurchase;
    private final IdempotentRequests idempotency;

    PurchaseController(Purchases purchases, StartPurchase startPurchase, IdempotentRequests idempotency) {
        this.purchases = purchases;
        this.startPurchase = startPurchase;
        this.idempotency = idempotency;
    }

    @PostMapping
    @Operation(
            summary = "Buys a package; takes the place of an open checkout",
            description = "WALLET settles at once. GATEWAY answers with a form for the provider's page."
                    + " CASH, BANK and UPI wait to be confirmed.")
    ResponseEntity<?> start(
            Caller caller, @RequiredKey IdempotencyKey key, @Valid @RequestBody PurchaseRequest request) {
        caller.require("purchases:create");
        return idempotency.once(key, request, () -> {
            StartPurchase.Started started = startPurchase.start(caller, request.order());
            return ResponseEntity.created(
                            URI.create("/api/v1/purchases/" + started.purchase().id()))
                    .body(PurchaseView.of(started.purchase(), started.checkout()));
        });
    }

    @GetMapping("/{purchaseId}")
    @Operation(summary = "One purchase")
    PurchaseView get(Caller caller, @PathVariable UUID purchaseId) {
        caller.require("purchases:read");
        return purchases
                .find(purchaseId)
                .filter(purchase -> caller.reaches(purchase.accountId()))
                .map(purchase -> PurchaseView.of(purchase, null))
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND, "There is no such purchase."));
    }
}

package ai.whatsflow.billing.purchase.web;

import ai.whatsflow.billing.invoice.PaymentMethod;
import ai.whatsflow.billing.payment.Checkout;
import ai.whatsflow.billing.plan.Cycle;
import ai.whatsflow.billing.purchase.Purchase;
import ai.whatsflow.billing.purchase.PurchaseStatus;
import ai.whatsflow.platform.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
record PurchaseView(
        UUID purchaseId,
        UUID accountId,
        UUID packageId,
        int packageVersion,
        Cycle cycle,
        PaymentMethod method,
        UUID invoiceId,
        UUID paymentId,
        PurchaseStatus status,
        Money total,
        Money walletPart,
        Money moneyPart,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable Checkout checkout) {

    static PurchaseView of(Purchase purchase, @Nullable Checkout checkout) {
        return new PurchaseView(
                purchase.id(),
                purchase.accountId(),
                purchase.packageId(),
                purchase.packageVersion(),
                purchase.cycle(),
                purchase.method(),
                purchase.invoiceId(),
                purchase.paymentId(),
                purchase.status(),
                purchase.total(),
                purchase.walletPart(),
                purchase.moneyPart(),
                purchase.createdAt(),
                purchase.endedAt(),
                checkout);
    }
}

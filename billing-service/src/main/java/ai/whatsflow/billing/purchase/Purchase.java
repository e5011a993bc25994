package ai.whatsflow.billing.purchase;

import ai.whatsflow.billing.invoice.PaymentMethod;
import ai.whatsflow.billing.plan.Cycle;
import ai.whatsflow.platform.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One checkout of a package.
 *
 * @param boughtBy the user who started it
 * @param holdId the credit set aside for the wallet part, if there is one
 */
public record Purchase(
        UUID id,
        UUID accountId,
        UUID boughtBy,
        UUID packageId,
        int packageVersion,
        Cycle cycle,
        PaymentMethod method,
        Money walletPart,
        Money moneyPart,
        PurchaseStatus status,
        @Nullable UUID holdId,
        UUID invoiceId,
        UUID paymentId,
        Instant createdAt,
        @Nullable Instant endedAt) {

    public Money total() {
        return walletPart.plus(moneyPart);
    }
}

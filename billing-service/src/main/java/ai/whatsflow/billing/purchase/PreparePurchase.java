package ai.whatsflow.billing.purchase;

import ai.whatsflow.billing.BillingProblem;
import ai.whatsflow.billing.invoice.DraftInvoice;
import ai.whatsflow.billing.invoice.InvoiceLine;
import ai.whatsflow.billing.payment.OpenPayment;
import ai.whatsflow.billing.plan.Cycle;
import ai.whatsflow.billing.plan.PackageVersion;
import ai.whatsflow.billing.wallet.HoldCredit;
import ai.whatsflow.billing.wallet.HoldOutcome;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.problem.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The steps before an attempt to pay is opened. The caller holds the account's lock. */
@Component
class PreparePurchase {

    private final Purchases purchases;
    private final OpenPayment openPayment;
    private final EndPurchase endPurchase;
    private final HoldCredit holdCredit;
    private final DraftInvoice draftInvoice;

    PreparePurchase(
            Purchases purchases,
            OpenPayment openPayment,
            EndPurchase endPurchase,
            HoldCredit holdCredit,
            DraftInvoice draftInvoice) {
        this.purchases = purchases;
        this.openPayment = openPayment;
        this.endPurchase = endPurchase;
        this.holdCredit = holdCredit;
        this.draftInvoice = draftInvoice;
    }

    void supersede(UUID accountId) {
        purchases.openOf(accountId).ifPresent(open -> {
            openPayment.supersede(open.paymentId());
            endPurchase.end(open, PurchaseStatus.SUPERSEDED);
        });
    }

    @Nullable
    UUID hold(UUID accountId, Money walletPart) {
        if (walletPart.isZero()) {
            return null;
        }
        return switch (holdCredit.hold(accountId, walletPart)) {
            case HoldOutcome.Held held -> held.holdId();
            case HoldOutcome.Insufficient insufficient ->
                throw new ProblemException(
                                BillingProblem.WALLET_INSUFFICIENT, "Recharge the wallet or pay in another way.")
                        .with("available", insufficient.available())
                        .with("needed", walletPart);
        };
    }

    UUID draft(Quote quote, Cycle cycle) {
        PackageVersion version = quote.version();
        String term = switch (cycle) {
            case MONTHLY -> "1 month";
            case ANNUAL -> "12 months";
        };
        InvoiceLine line = InvoiceLine.ofPackage(
                version.terms().name() + ", " + term, version.packageId(), version.version(), version.price(cycle));
        return draftInvoice.draft(quote.account().id(), quote.account().path(), line);
    }
}

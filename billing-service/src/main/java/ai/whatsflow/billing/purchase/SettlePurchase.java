package ai.whatsflow.billing.purchase;

import ai.whatsflow.billing.invoice.Allocations;
import ai.whatsflow.billing.invoice.Invoice;
import ai.whatsflow.billing.ledger.Entry;
import ai.whatsflow.billing.ledger.EntryKind;
import ai.whatsflow.billing.ledger.Ledger;
import ai.whatsflow.billing.ledger.LedgerAccount;
import ai.whatsflow.billing.ledger.LedgerCode;
import ai.whatsflow.billing.ledger.Leg;
import ai.whatsflow.billing.payment.Funding;
import ai.whatsflow.billing.payment.Payment;
import ai.whatsflow.billing.wallet.CaptureHold;
import ai.whatsflow.billing.wallet.CaptureHold.Captured;
import ai.whatsflow.platform.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that happens when a purchase is paid, in one transaction and one ledger entry. */
@Component
class SettlePurchase {

    private final Purchases purchases;
    private final CaptureHold captureHold;
    private final EntitleBuyer entitleBuyer;
    private final BillPurchase billPurchase;
    private final Ledger ledger;

    SettlePurchase(
            Purchases purchases,
            CaptureHold captureHold,
            EntitleBuyer entitleBuyer,
            BillPurchase billPurchase,
            Ledger ledger) {
        this.purchases = purchases;
        this.captureHold = captureHold;
        this.entitleBuyer = entitleBuyer;
        this.billPurchase = billPurchase;
        this.ledger = ledger;
    }

    void settle(Purchase purchase, Payment payment, Funding funding) {
        @Nullable Captured credit = purchase.holdId() == null ? null : captureHold.capture(purchase.holdId());
        EntitleBuyer.Entitled entitled = entitleBuyer.entitle(purchase);
        Invoice invoice = billPurchase.bill(purchase, entitled, allocations(purchase, payment, credit), funding);
        List<Leg> creditLegs = credit == null ? List.of() : credit.legs();
        ledger.post(Entry.of(EntryKind.PURCHASE, payment.id())
                .with(creditLegs)
                .with(funding.debits())
                .credit(LedgerAccount.of(LedgerCode.DEFERRED_REVENUE), invoice.net())
                .credit(LedgerAccount.of(LedgerCode.TAX_PAYABLE), invoice.tax()));
        purchases.end(purchase, PurchaseStatus.PAID);
    }

    private static Allocations allocations(Purchase purchase, Payment payment, @Nullable Captured credit) {
        Money none = Money.zero(purchase.total().currency());
        return Allocations.of(
                credit == null ? none : credit.split().granted(),
                credit == null ? none : credit.split().recharged(),
                purchase.moneyPart(),
                payment.method(),
                payment.id());
    }
}

package ai.whatsflow.billing.purchase;

import ai.whatsflow.billing.payment.Funding;
import ai.whatsflow.billing.payment.Payment;
import ai.whatsflow.billing.payment.PaymentPurpose;
import ai.whatsflow.billing.payment.PaymentType;
import org.springframework.stereotype.Component;

/** What a payment of type PURCHASE is for. */
@Component
class PurchaseOfPackage implements PaymentPurpose {

    private final Purchases purchases;
    private final SettlePurchase settlePurchase;
    private final EndPurchase endPurchase;

    PurchaseOfPackage(Purchases purchases, SettlePurchase settlePurchase, EndPurchase endPurchase) {
        this.purchases = purchases;
        this.settlePurchase = settlePurchase;
        this.endPurchase = endPurchase;
    }

    @Override
    public PaymentType type() {
        return PaymentType.PURCHASE;
    }

    @Override
    public Fate settle(Payment payment, Funding funding) {
        Purchase purchase = purchases.lockByPayment(payment.id());
        if (purchase.status() != PurchaseStatus.PENDING) {
            return Fate.TOO_LATE;
        }
        settlePurchase.settle(purchase, payment, funding);
        return Fate.APPLIED;
    }

    @Override
    public void giveUp(Payment payment, End end) {
        Purchase purchase = purchases.lockByPayment(payment.id());
        if (purchase.status() == PurchaseStatus.PENDING) {
            endPurchase.end(
                    purchase,
                    switch (end) {
                        case FAILED -> PurchaseStatus.FAILED;
                        case EXPIRED -> PurchaseStatus.EXPIRED;
                    });
        }
    }
}

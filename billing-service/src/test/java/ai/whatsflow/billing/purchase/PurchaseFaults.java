package ai.whatsflow.billing.purchase;

import ai.whatsflow.billing.payment.Funding;
import ai.whatsflow.billing.payment.Payment;

/** What could have been written in place of the purchase package's own; the simulation has to notice. */
public final class PurchaseFaults {

    private PurchaseFaults() {}

    /** Fulfils a purchase whatever became of it. */
    public static final class RevivesWhatEnded extends PurchaseOfPackage {

        private final InMemoryPurchases purchases;
        private final SettlePurchase settlePurchase;

        RevivesWhatEnded(InMemoryPurchases purchases, SettlePurchase settlePurchase, EndPurchase endPurchase) {
            super(purchases, settlePurchase, endPurchase);
            this.purchases = purchases;
            this.settlePurchase = settlePurchase;
        }

        @Override
        public Fate settle(Payment payment, Funding funding) {
            settlePurchase.settle(purchases.reopened(payment.id()), payment, funding);
            return Fate.APPLIED;
        }
    }
}

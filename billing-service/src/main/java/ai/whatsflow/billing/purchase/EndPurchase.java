package ai.whatsflow.billing.purchase;

import ai.whatsflow.billing.invoice.DraftInvoice;
import ai.whatsflow.billing.wallet.ReleaseHold;
import org.springframework.stereotype.Component;

/** Ends an open purchase that was not paid: its hold goes back to the wallet and its draft is discarded. */
@Component
class EndPurchase {

    private final Purchases purchases;
    private final ReleaseHold releaseHold;
    private final DraftInvoice draftInvoice;

    EndPurchase(Purchases purchases, ReleaseHold releaseHold, DraftInvoice draftInvoice) {
        this.purchases = purchases;
        this.releaseHold = releaseHold;
        this.draftInvoice = draftInvoice;
    }

    void end(Purchase purchase, PurchaseStatus status) {
        purchases.end(purchase, status);
        if (purchase.holdId() != null) {
            releaseHold.release(purchase.holdId());
        }
        draftInvoice.discard(purchase.invoiceId());
    }
}

package ai.whatsflow.billing.purchase;

import java.util.Optional;
import java.util.UUID;

/** Checkouts; an account has at most one open. */
public abstract class Purchases {

    public abstract Optional<Purchase> find(UUID purchaseId);

    abstract Optional<Purchase> openOf(UUID accountId);

    abstract Purchase lockByPayment(UUID paymentId);

    abstract void insert(Purchase purchase);

    abstract void end(Purchase purchase, PurchaseStatus status);
}

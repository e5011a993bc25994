package ai.whatsflow.billing.purchase;

/** Where a purchase stands: it is open once and ends once. */
public enum PurchaseStatus {
    PENDING,
    PAID,
    FAILED,
    SUPERSEDED,
    EXPIRED;

    boolean canBecome(PurchaseStatus next) {
        return this == PENDING && next != PENDING;
    }
}

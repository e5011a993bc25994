package ai.whatsflow.payout.commission;

/** Where a commission stands, and what may follow. */
public enum CommissionStatus {
    /** The customer may still be refunded, or the sub-dealer still holds the customer's money. */
    PENDING,
    PAYABLE,
    /** In a payout that was requested or approved. */
    LOCKED,
    PAID;

    public boolean mayBecome(CommissionStatus next) {
        return switch (this) {
            case PENDING -> next == PAYABLE;
            case PAYABLE -> next == LOCKED;
            case LOCKED -> next == PAID || next == PAYABLE;
            case PAID -> false;
        };
    }
}

package ai.whatsflow.payout.payout;

/** Where a payout stands, and what may follow. */
public enum PayoutStatus {
    /** Requested; waits for somebody else's approval. */
    PENDING,
    APPROVED,
    PAID,
    REJECTED;

    public boolean mayBecome(PayoutStatus next) {
        return switch (this) {
            case PENDING -> next == APPROVED || next == REJECTED;
            case APPROVED -> next == PAID || next == REJECTED;
            case PAID, REJECTED -> false;
        };
    }
}

package ai.whatsflow.payout.payout;

/** How the money reaches the sub-dealer. */
public enum PayoutType {
    CASH,
    /** Into its wallet. */
    CREDIT,
    BANK_TRANSFER;

    /** Money that leaves the house leaves a trace outside: a receipt, a transfer number. */
    public boolean needsReference() {
        return this != CREDIT;
    }
}

package ai.whatsflow.billing.payout;

/** How a payout leaves. */
public enum PayoutType {
    CASH,
    CREDIT,
    BANK_TRANSFER
}

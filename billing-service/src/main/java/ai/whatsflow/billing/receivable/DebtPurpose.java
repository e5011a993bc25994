package ai.whatsflow.billing.receivable;

/** What the customer gave the money for. */
public enum DebtPurpose {
    PURCHASE,
    RECHARGE
}

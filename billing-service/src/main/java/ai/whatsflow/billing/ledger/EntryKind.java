package ai.whatsflow.billing.ledger;

/** Why something was posted. With its reference it names an entry once. Append-only: the names are stored. */
public enum EntryKind {
    HOLD,
    RELEASE,
    PURCHASE,
    RECHARGE,
    LATE_PAYMENT,
    VOUCHER_ISSUE,
    VOUCHER_REDEMPTION,
    SUSPENSE_PLACED,
    COMMISSION,
    PAYOUT
}

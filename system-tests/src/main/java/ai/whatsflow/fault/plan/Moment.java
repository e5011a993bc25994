package ai.whatsflow.fault.plan;

/** Something the load does, just after which a fault hurts most. */
public enum Moment {
    ANY,
    MESSAGE_ACCEPTED,
    PAYMENT_CAPTURED,
    VOUCHER_REDEEMED
}

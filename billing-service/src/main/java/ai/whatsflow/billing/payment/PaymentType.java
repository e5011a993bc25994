package ai.whatsflow.billing.payment;

/** What a payment is for. */
public enum PaymentType {
    PURCHASE,
    RECHARGE
}

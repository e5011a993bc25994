package ai.whatsflow.billing.invoice;

/** How money or credit arrives. */
public enum PaymentMethod {
    GATEWAY,
    CASH,
    BANK,
    UPI,
    WALLET;

    /** Whether a person says that the money came. */
    public boolean isManual() {
        return this == CASH || this == BANK || this == UPI;
    }
}

package ai.whatsflow.billing.invoice;

/** Where an invoice stands, and where it can go from there. */
public enum InvoiceStatus {
    DRAFT,
    ISSUED,
    PAID,
    VOID;

    boolean canBecome(InvoiceStatus next) {
        return switch (this) {
            case DRAFT -> next == ISSUED || next == VOID;
            case ISSUED -> next == PAID;
            case PAID, VOID -> false;
        };
    }
}

package ai.whatsflow.billing.payment;

/**
 * Where an attempt stands, and where it can go from there. A success is final. An attempt that was given up can still
 * turn out to have succeeded: providers authorise late.
 */
public enum PaymentStatus {
    PENDING,
    /** The provider could not be asked, or its answer does not fit; shown as PENDING outside. */
    UNKNOWN,
    SUCCESS,
    FAILED,
    CANCELLED;

    boolean canBecome(PaymentStatus next) {
        return switch (this) {
            case PENDING, UNKNOWN -> next != this;
            case FAILED, CANCELLED -> next == SUCCESS;
            case SUCCESS -> false;
        };
    }

    boolean isOpen() {
        return this == PENDING || this == UNKNOWN;
    }

    /** What people are told. */
    public PaymentStatus shown() {
        return this == UNKNOWN ? PENDING : this;
    }
}

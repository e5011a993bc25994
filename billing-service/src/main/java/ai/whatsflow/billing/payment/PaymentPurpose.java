package ai.whatsflow.billing.payment;

/**
 * What a type of payment is for. Called in the transaction that changes the payment, with its account and its row
 * locked.
 */
public interface PaymentPurpose {

    PaymentType type();

    /** The money is there: books it and fulfils what it was for. */
    Fate settle(Payment payment, Funding funding);

    /** The attempt came to nothing. */
    void giveUp(Payment payment, End end);

    /** Whether a settled payment met what it was for. */
    enum Fate {
        APPLIED,
        /** What it was for has ended; nothing was booked. */
        TOO_LATE
    }

    /** Why an attempt came to nothing. */
    enum End {
        FAILED,
        EXPIRED
    }
}

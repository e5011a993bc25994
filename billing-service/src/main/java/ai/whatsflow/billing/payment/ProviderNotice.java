package ai.whatsflow.billing.payment;

/**
 * An authentic notification: only a reason to ask.
 *
 * @param orderId the order it is about, as the provider was given it
 * @param claimedId the provider's id of the payment, which a signature need not cover
 */
public record ProviderNotice(String orderId, String claimedId, Status status) {

    /** What the notification says happened. */
    public enum Status {
        SUCCESS,
        PENDING,
        CANCELLED,
        FAILED,
        CHARGED_BACK,
        OTHER
    }
}

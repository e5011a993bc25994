package ai.whatsflow.billing.payment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How it became known that the money is there: from a provider, or from a person.
 *
 * @param reference of the receipt or transfer, or of the attempt that was paid again
 */
record Settlement(
        @Nullable String providerPaymentId,
        @Nullable String reference,
        @Nullable String note,
        @Nullable UUID confirmedBy) {

    static final Settlement BY_WALLET = new Settlement(null, null, null, null);

    static Settlement byProvider(String providerPaymentId) {
        return new Settlement(providerPaymentId, null, null, null);
    }

    /** The payer has paid a settled attempt again. */
    static Settlement ofSurplus(String providerPaymentId, UUID settledId) {
        return new Settlement(providerPaymentId, settledId.toString(), "paid again", null);
    }

    static Settlement byPerson(UUID userId, String reference, @Nullable String note) {
        return new Settlement(null, reference, note, userId);
    }
}

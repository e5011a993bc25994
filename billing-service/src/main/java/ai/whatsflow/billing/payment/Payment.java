package ai.whatsflow.billing.payment;

import ai.whatsflow.billing.invoice.PaymentMethod;
import ai.whatsflow.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay. Its id is the order id that a provider sees.
 *
 * @param accountPath the tiers above the account when it settled, or when it was opened before that
 * @param asks how often the provider was asked without a notification
 * @param nextAskAt when it is asked again
 */
public record Payment(
        UUID id,
        UUID accountId,
        List<UUID> accountPath,
        PaymentType type,
        PaymentMethod method,
        @Nullable String provider,
        @Nullable String providerPaymentId,
        Money amount,
        PaymentStatus status,
        @Nullable UUID invoiceId,
        @Nullable String reference,
        @Nullable String note,
        @Nullable UUID confirmedBy,
        @Nullable String reason,
        int asks,
        @Nullable Instant nextAskAt,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant settledAt) {

    /** An attempt of its own for money that came for this one once more: nothing to ask for, and only credit. */
    Payment paidAgain(UUID surplusId, Instant now) {
        return new Payment(
                surplusId,
                accountId,
                accountPath,
                PaymentType.RECHARGE,
                method,
                provider,
                null,
                amount,
                PaymentStatus.PENDING,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                now,
                now,
                null);
    }

    /** Whether this is the attempt that settled or money that came for it once more. */
    boolean isOf(Payment settled) {
        return id.equals(settled.id) || settled.id.toString().equals(reference);
    }

    /** The same money without what it was meant for: it arrived too late and became credit. */
    Payment asCredit() {
        return new Payment(
                id,
                accountId,
                accountPath,
                PaymentType.RECHARGE,
                method,
                provider,
                providerPaymentId,
                amount,
                status,
                null,
                reference,
                note,
                confirmedBy,
                reason,
                asks,
                nextAskAt,
                createdAt,
                expiresAt,
                settledAt);
    }
}

package ai.whatsflow.payout.payout;

import ai.whatsflow.platform.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sum that is or was to be paid to a sub-dealer, with the whole commissions it is made of.
 *
 * @param periodStart first moment of the commission period
 * @param periodEnd first moment after it
 * @param approvedBy who approved it; never who requested it
 * @param closedBy who paid or rejected it
 */
public record Payout(
        UUID id,
        long version,
        UUID subDealerId,
        Money amount,
        PayoutType type,
        PayoutStatus status,
        Instant periodStart,
        Instant periodEnd,
        int commissions,
        UUID requestedBy,
        Instant requestedAt,
        @Nullable UUID approvedBy,
        @Nullable Instant approvedAt,
        @Nullable UUID closedBy,
        @Nullable Instant closedAt,
        @Nullable String reference,
        @Nullable String note) {

    Payout approved(UUID by, Instant at, @Nullable String note) {
        return new Payout(
                id,
                version + 1,
                subDealerId,
                amount,
                type,
                PayoutStatus.APPROVED,
                periodStart,
                periodEnd,
                commissions,
                requestedBy,
                requestedAt,
                by,
                at,
                null,
                null,
                reference,
                note);
    }

    Payout closed(PayoutStatus as, UUID by, Instant at, @Nullable String reference, @Nullable String note) {
        return new Payout(
                id,
                version + 1,
                subDealerId,
                amount,
                type,
                as,
                periodStart,
                periodEnd,
                commissions,
                requestedBy,
                requestedAt,
                approvedBy,
                approvedAt,
                by,
                at,
                reference,
                note == null ? this.note : note);
    }

    /** When it took its present status. */
    public Instant changedAt() {
        return switch (status) {
            case PENDING -> requestedAt;
            case APPROVED -> approvedAt == null ? requestedAt : approvedAt;
            case PAID, REJECTED -> closedAt == null ? requestedAt : closedAt;
        };
    }
}

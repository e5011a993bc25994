package ai.whatsflow.payout.commission;

import ai.whatsflow.payout.plan.CommissionRate;
import ai.whatsflow.platform.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a sub-dealer earned on one paid invoice. The rate stands on it, so it explains itself whatever the plan says
 * later.
 *
 * @param refundableUntil end of the refund window of the plan it was accrued under
 * @param heldBy the account that still owes the money it was earned on, or null
 * @param clearedAt when that account settled it
 */
public record Commission(
        UUID id,
        UUID subDealerId,
        UUID customerId,
        UUID invoiceId,
        Money base,
        CommissionRate rate,
        Money amount,
        CommissionStatus status,
        Instant refundableUntil,
        @Nullable UUID heldBy,
        @Nullable Instant clearedAt,
        Instant accruedAt,
        @Nullable Instant payableAt) {

    /** PENDING while the window is open or somebody holds the money. */
    static CommissionStatus statusAt(
            Instant now, Instant refundableUntil, @Nullable UUID heldBy, @Nullable Instant clearedAt) {
        boolean windowOver = !now.isBefore(refundableUntil);
        boolean moneyHere = heldBy == null || clearedAt != null;
        return windowOver && moneyHere ? CommissionStatus.PAYABLE : CommissionStatus.PENDING;
    }
}

package ai.whatsflow.payout.commission;

import ai.whatsflow.payout.plan.CommissionPlan;
import ai.whatsflow.platform.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The arithmetic: what a plan makes of a paid invoice. */
final class EarnedCommission {
    private EarnedCommission() {}

    /** @return empty when nothing was collected, or so little that it rounds to nothing */
    static Optional<Commission> of(PaidInvoice invoice, CommissionPlan plan, UUID id, Instant now) {
        Money amount = plan.rate().of(invoice.collected());
        if (!amount.isPositive()) {
            return Optional.empty();
        }
        Instant refundableUntil = invoice.paidAt().plus(Duration.ofDays(plan.refundWindowDays()));
        @Nullable UUID heldBy = invoice.heldBy();
        @Nullable Instant clearedAt = heldBy != null && invoice.cleared() ? invoice.paidAt() : null;
        CommissionStatus status = Commission.statusAt(now, refundableUntil, heldBy, clearedAt);
        return Optional.of(new Commission(
                id,
                plan.subDealerId(),
                invoice.accountId(),
                invoice.invoiceId(),
                invoice.collected(),
                plan.rate(),
                amount,
                status,
                refundableUntil,
                heldBy,
                clearedAt,
                now,
                status == CommissionStatus.PAYABLE ? now : null));
    }
}

package ai.whatsflow.payout.payout.web;

import ai.whatsflow.payout.payout.Payout;
import ai.whatsflow.payout.payout.PayoutStatus;
import ai.whatsflow.payout.payout.PayoutType;
import ai.whatsflow.platform.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Payout")
record PayoutView(
        UUID payoutId,
        long version,
        UUID subDealerId,
        Money amount,
        PayoutType type,
        PayoutStatus status,
        RequestPayoutRequest.Period period,

        @Schema(description = "How many commissions it is made of", example = "3")
        int commissions,

        UUID requestedBy,
        Instant requestedAt,
        @Nullable UUID approvedBy,
        @Nullable Instant approvedAt,
        @Nullable UUID closedBy,
        @Nullable Instant closedAt,
        @Nullable String reference,
        @Nullable String note) {
    static PayoutView of(Payout payout) {
        return new PayoutView(
                payout.id(),
                payout.version(),
                payout.subDealerId(),
                payout.amount(),
                payout.type(),
                payout.status(),
                new RequestPayoutRequest.Period(payout.periodStart(), payout.periodEnd()),
                payout.commissions(),
                payout.requestedBy(),
                payout.requestedAt(),
                payout.approvedBy(),
                payout.approvedAt(),
                payout.closedBy(),
                payout.closedAt(),
                payout.reference(),
                payout.note());
    }
}

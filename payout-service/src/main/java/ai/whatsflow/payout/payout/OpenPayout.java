package ai.whatsflow.payout.payout;

import ai.whatsflow.platform.money.Money;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** Writes a payout down with the commissions it holds. */
@Service
class OpenPayout {
    private final Payouts payouts;
    private final PayableCommissions commissions;
    private final PayoutAnnouncer announcer;
    private final NoArgGenerator ids;
    private final Clock clock;

    OpenPayout(
            Payouts payouts,
            PayableCommissions commissions,
            PayoutAnnouncer announcer,
            NoArgGenerator ids,
            Clock clock) {
        this.payouts = payouts;
        this.commissions = commissions;
        this.announcer = announcer;
        this.ids = ids;
        this.clock = clock;
    }

    Payout open(PayoutOrder order, List<PayableCommission> picked, Money total) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Payout payout = new Payout(
                ids.generate(),
                1,
                order.subDealerId(),
                total,
                order.type(),
                PayoutStatus.PENDING,
                Objects.requireNonNullElse(order.from(), picked.getFirst().accruedAt()),
                Objects.requireNonNullElse(order.until(), now),
                picked.size(),
                order.requestedBy(),
                now,
                null,
                null,
                null,
                null,
                null,
                null);
        payouts.add(payout);
        commissions.take(payout.id(), picked);
        announcer.changed(payout);
        return payout;
    }
}

package ai.whatsflow.payout.payout;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;

/** Gives a locked payout its last status. */
@Service
class ClosePayout {
    private final Payouts payouts;
    private final PayoutAnnouncer announcer;
    private final Clock clock;

    ClosePayout(Payouts payouts, PayoutAnnouncer announcer, Clock clock) {
        this.payouts = payouts;
        this.announcer = announcer;
        this.clock = clock;
    }

    Payout close(Payout payout, PayoutStatus as, Decision decision) {
        Payout closed = payout.closed(
                as,
                decision.by(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                decision.reference(),
                decision.note());
        payouts.save(closed);
        announcer.changed(closed);
        return closed;
    }
}

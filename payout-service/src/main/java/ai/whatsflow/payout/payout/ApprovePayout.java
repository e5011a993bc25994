package ai.whatsflow.payout.payout;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Two people stand behind every payout: who approves it is not who requested it. */
@Service
public class ApprovePayout {
    private final Payouts payouts;
    private final PayoutAnnouncer announcer;
    private final Clock clock;

    ApprovePayout(Payouts payouts, PayoutAnnouncer announcer, Clock clock) {
        this.payouts = payouts;
        this.announcer = announcer;
        this.clock = clock;
    }

    @Transactional
    public DecisionOutcome approve(Decision decision) {
        return payouts.lock(decision.payoutId())
                .map(payout -> approve(payout, decision))
                .orElseGet(DecisionOutcome.NotFound::new);
    }

    private DecisionOutcome approve(Payout payout, Decision decision) {
        if (!payout.status().mayBecome(PayoutStatus.APPROVED)) {
            return new DecisionOutcome.WrongStatus(payout.status(), PayoutStatus.APPROVED);
        }
        if (payout.requestedBy().equals(decision.by())) {
            return new DecisionOutcome.OwnRequest();
        }
        Payout approved =
                payout.approved(decision.by(), clock.instant().truncatedTo(ChronoUnit.MICROS), decision.note());
        payouts.save(approved);
        announcer.changed(approved);
        return new DecisionOutcome.Decided(approved);
    }
}

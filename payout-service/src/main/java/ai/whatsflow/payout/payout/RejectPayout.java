package ai.whatsflow.payout.payout;

import static ai.whatsflow.payout.payout.PayoutStatus.REJECTED;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns a payout down; its commissions are payable again. */
@Service
public class RejectPayout {
    private final Payouts payouts;
    private final PayableCommissions commissions;
    private final ClosePayout close;

    RejectPayout(Payouts payouts, PayableCommissions commissions, ClosePayout close) {
        this.payouts = payouts;
        this.commissions = commissions;
        this.close = close;
    }

    @Transactional
    public DecisionOutcome reject(Decision decision) {
        return payouts.lock(decision.payoutId())
                .map(payout -> reject(payout, decision))
                .orElseGet(DecisionOutcome.NotFound::new);
    }

    private DecisionOutcome reject(Payout payout, Decision decision) {
        if (!payout.status().mayBecome(REJECTED)) {
            return new DecisionOutcome.WrongStatus(payout.status(), REJECTED);
        }
        commissions.free(payout.id());
        return new DecisionOutcome.Decided(close.close(payout, REJECTED, decision));
    }
}

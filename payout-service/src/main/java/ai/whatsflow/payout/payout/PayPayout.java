package ai.whatsflow.payout.payout;

import static ai.whatsflow.payout.payout.PayoutStatus.PAID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The money has left. Its commissions are PAID for good. */
@Service
public class PayPayout {
    private final Payouts payouts;
    private final PayableCommissions commissions;
    private final ClosePayout close;

    PayPayout(Payouts payouts, PayableCommissions commissions, ClosePayout close) {
        this.payouts = payouts;
        this.commissions = commissions;
        this.close = close;
    }

    @Transactional
    public DecisionOutcome pay(Decision decision) {
        return payouts.lock(decision.payoutId())
                .map(payout -> pay(payout, decision))
                .orElseGet(DecisionOutcome.NotFound::new);
    }

    private DecisionOutcome pay(Payout payout, Decision decision) {
        if (!payout.status().mayBecome(PAID)) {
            return new DecisionOutcome.WrongStatus(payout.status(), PAID);
        }
        if (payout.type().needsReference() && decision.reference() == null) {
            return new DecisionOutcome.ReferenceMissing(payout.type());
        }
        commissions.pay(payout.id());
        return new DecisionOutcome.Decided(close.close(payout, PAID, decision));
    }
}

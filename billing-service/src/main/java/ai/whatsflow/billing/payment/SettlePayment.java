package ai.whatsflow.billing.payment;

import ai.whatsflow.billing.ledger.Entry;
import ai.whatsflow.billing.ledger.EntryKind;
import ai.whatsflow.billing.ledger.Ledger;
import ai.whatsflow.billing.receivable.PlaceCredit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Settles a payment, once. What it was for is fulfilled in the same transaction; if that has ended meanwhile, the money
 * becomes credit of the account. The caller holds the account's lock and the payment's row.
 */
@Component
public class SettlePayment {

    private final Payments payments;
    private final Purposes purposes;
    private final PlaceCredit placeCredit;
    private final Ledger ledger;
    private final SettlementFacts facts;

    SettlePayment(Payments payments, Purposes purposes, PlaceCredit placeCredit, Ledger ledger, SettlementFacts facts) {
        this.payments = payments;
        this.purposes = purposes;
        this.placeCredit = placeCredit;
        this.ledger = ledger;
        this.facts = facts;
    }

    /** Settles a payment that is wholly made with held credit. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Payment settleWithCredit(Payment payment) {
        return settle(payment, Settlement.BY_WALLET, Funding.credit());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Payment settle(Payment payment, Settlement settlement, Funding funding) {
        if (!payment.status().canBecome(PaymentStatus.SUCCESS)) {
            throw new IllegalStateException("payment " + payment.id() + " has settled before");
        }
        payments.succeed(payment.id(), settlement, facts.pathOf(payment), facts.now());
        Payment settled = payments.lock(payment.id());
        switch (purposes.of(settled).settle(settled, funding)) {
            case APPLIED -> facts.applied(settled);
            case TOO_LATE -> {
                Entry entry = Entry.of(EntryKind.LATE_PAYMENT, settled.id()).with(funding.debits());
                ledger.post(placeCredit.place(entry, settled.accountId(), settled.amount()));
                facts.tooLate(settled);
            }
        }
        return settled;
    }
}

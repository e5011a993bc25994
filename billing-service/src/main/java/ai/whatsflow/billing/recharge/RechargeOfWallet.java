package ai.whatsflow.billing.recharge;

import ai.whatsflow.billing.ledger.Entry;
import ai.whatsflow.billing.ledger.EntryKind;
import ai.whatsflow.billing.ledger.Ledger;
import ai.whatsflow.billing.payment.Funding;
import ai.whatsflow.billing.payment.Payment;
import ai.whatsflow.billing.payment.PaymentPurpose;
import ai.whatsflow.billing.payment.PaymentType;
import ai.whatsflow.billing.receivable.PlaceCredit;
import org.springframework.stereotype.Component;

/** What a payment of type RECHARGE is for. A recharge is never too late. */
@Component
class RechargeOfWallet implements PaymentPurpose {

    private final PlaceCredit placeCredit;
    private final Ledger ledger;

    RechargeOfWallet(PlaceCredit placeCredit, Ledger ledger) {
        this.placeCredit = placeCredit;
        this.ledger = ledger;
    }

    @Override
    public PaymentType type() {
        return PaymentType.RECHARGE;
    }

    @Override
    public Fate settle(Payment payment, Funding funding) {
        Entry entry = Entry.of(EntryKind.RECHARGE, payment.id()).with(funding.debits());
        ledger.post(placeCredit.place(entry, payment.accountId(), payment.amount()));
        return Fate.APPLIED;
    }

    @Override
    public void giveUp(Payment payment, End end) {
        // nothing was set aside for it
    }
}

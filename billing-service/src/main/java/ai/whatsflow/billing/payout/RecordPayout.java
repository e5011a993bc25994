package ai.whatsflow.billing.payout;

import ai.whatsflow.billing.account.AccountLock;
import ai.whatsflow.billing.ledger.Entry;
import ai.whatsflow.billing.ledger.EntryKind;
import ai.whatsflow.billing.ledger.Ledger;
import ai.whatsflow.billing.ledger.LedgerAccount;
import ai.whatsflow.billing.ledger.LedgerCode;
import ai.whatsflow.billing.receivable.PlaceCredit;
import ai.whatsflow.platform.money.Money;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books a paid payout: what was owed to the sub-dealer leaves as cash, by the bank, or as credit, which pays what the
 * sub-dealer owes before it fills its wallet.
 */
@Component
public class RecordPayout {

    private final AccountLock accounts;
    private final PlaceCredit placeCredit;
    private final Ledger ledger;

    RecordPayout(AccountLock accounts, PlaceCredit placeCredit, Ledger ledger) {
        this.accounts = accounts;
        this.placeCredit = placeCredit;
        this.ledger = ledger;
    }

    @Transactional
    public void record(UUID payoutId, UUID subDealerId, PayoutType type, Money amount) {
        accounts.lock(subDealerId);
        if (amount.isZero() || ledger.holds(EntryKind.PAYOUT, payoutId)) {
            return;
        }
        Entry entry = Entry.of(EntryKind.PAYOUT, payoutId)
                .debit(LedgerAccount.of(LedgerCode.COMMISSION_PAYABLE, subDealerId), amount);
        ledger.post(
                switch (type) {
                    case CASH -> entry.credit(LedgerAccount.of(LedgerCode.CASH), amount);
                    case BANK_TRANSFER -> entry.credit(LedgerAccount.of(LedgerCode.BANK), amount);
                    case CREDIT -> placeCredit.place(entry, subDealerId, amount);
                });
    }
}

package ai.whatsflow.billing.payout;

import ai.whatsflow.billing.ledger.Entry;
import ai.whatsflow.billing.ledger.EntryKind;
import ai.whatsflow.billing.ledger.Ledger;
import ai.whatsflow.billing.ledger.LedgerAccount;
import ai.whatsflow.billing.ledger.LedgerCode;
import ai.whatsflow.platform.money.Money;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Books an accrued commission: a cost, owed to the sub-dealer. */
@Component
public class RecordCommission {

    private final Ledger ledger;

    RecordCommission(Ledger ledger) {
        this.ledger = ledger;
    }

    @Transactional
    public void record(UUID commissionId, UUID subDealerId, Money amount) {
        if (amount.isZero() || ledger.holds(EntryKind.COMMISSION, commissionId)) {
            return;
        }
        ledger.post(Entry.of(EntryKind.COMMISSION, commissionId)
                .debit(LedgerAccount.of(LedgerCode.COMMISSION_EXPENSE), amount)
                .credit(LedgerAccount.of(LedgerCode.COMMISSION_PAYABLE, subDealerId), amount));
    }
}

package ai.whatsflow.billing.voucher;

import ai.whatsflow.billing.ledger.Entry;
import ai.whatsflow.billing.ledger.EntryKind;
import ai.whatsflow.billing.ledger.Ledger;
import ai.whatsflow.billing.ledger.LedgerAccount;
import ai.whatsflow.billing.ledger.LedgerCode;
import ai.whatsflow.platform.money.Money;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Books an issued batch: what it promises is a cost now and a liability until it is redeemed or expires. */
@Component
public class RecordIssue {

    private final Ledger ledger;

    RecordIssue(Ledger ledger) {
        this.ledger = ledger;
    }

    @Transactional
    public void record(UUID batchId, Money value, long count) {
        Money promised = value.times(count);
        if (promised.isZero() || ledger.holds(EntryKind.VOUCHER_ISSUE, batchId)) {
            return;
        }
        ledger.post(Entry.of(EntryKind.VOUCHER_ISSUE, batchId)
                .debit(LedgerAccount.of(LedgerCode.PROMOTION_EXPENSE), promised)
                .credit(LedgerAccount.of(LedgerCode.VOUCHER_LIABILITY), promised));
    }
}

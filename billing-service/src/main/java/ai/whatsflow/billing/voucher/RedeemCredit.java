package ai.whatsflow.billing.voucher;

import ai.whatsflow.billing.account.AccountLock;
import ai.whatsflow.billing.ledger.Entry;
import ai.whatsflow.billing.ledger.EntryKind;
import ai.whatsflow.billing.ledger.Ledger;
import ai.whatsflow.billing.ledger.LedgerAccount;
import ai.whatsflow.billing.ledger.LedgerCode;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.security.AccountDirectory;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns a redeemed CREDIT voucher into granted credit, once. The voucher is used up already, so this is never refused:
 * what can't be placed waits in suspense for its account.
 */
@Component
public class RedeemCredit {

    private final AccountDirectory directory;
    private final AccountLock accounts;
    private final Ledger ledger;
    private final MeterRegistry metrics;

    RedeemCredit(AccountDirectory directory, AccountLock accounts, Ledger ledger, MeterRegistry metrics) {
        this.directory = directory;
        this.accounts = accounts;
        this.ledger = ledger;
        this.metrics = metrics;
    }

    @Transactional
    public void redeem(UUID redemptionId, UUID accountId, Money value) {
        accounts.lock(accountId);
        if (ledger.holds(EntryKind.VOUCHER_REDEMPTION, redemptionId)) {
            return;
        }
        boolean placeable = directory
                .find(accountId)
                .filter(account -> account.currency().equals(value.currency().getCurrencyCode()))
                .isPresent();
        if (!placeable) {
            metrics.counter("billing.voucher.suspended").increment();
        }
        LedgerCode target = placeable ? LedgerCode.WALLET_GRANTED : LedgerCode.SUSPENSE;
        ledger.post(Entry.of(EntryKind.VOUCHER_REDEMPTION, redemptionId)
                .debit(LedgerAccount.of(LedgerCode.VOUCHER_LIABILITY), value)
                .credit(LedgerAccount.of(target, accountId), value));
    }
}

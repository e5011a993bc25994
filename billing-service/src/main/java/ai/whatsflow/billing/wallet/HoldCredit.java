package ai.whatsflow.billing.wallet;

import ai.whatsflow.billing.Ids;
import ai.whatsflow.billing.ledger.Entry;
import ai.whatsflow.billing.ledger.EntryKind;
import ai.whatsflow.billing.ledger.Ledger;
import ai.whatsflow.platform.money.Money;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sets credit aside for a checkout. The caller holds the account's lock. */
@Component
public class HoldCredit {

    private final Wallets wallets;
    private final WalletHolds holds;
    private final Ledger ledger;

    HoldCredit(Wallets wallets, WalletHolds holds, Ledger ledger) {
        this.wallets = wallets;
        this.holds = holds;
        this.ledger = ledger;
    }

    public HoldOutcome hold(UUID accountId, Money amount) {
        Wallet wallet = wallets.of(accountId, amount.currency());
        if (wallet.available().compareTo(amount) < 0) {
            return new HoldOutcome.Insufficient(wallet.available());
        }
        WalletHold hold = new WalletHold(Ids.next(), accountId, CreditSplit.of(wallet, amount));
        holds.insert(hold);
        ledger.post(Entry.of(EntryKind.HOLD, hold.id()).with(hold.legs()));
        return new HoldOutcome.Held(hold.id());
    }
}

package ai.whatsflow.billing.voucher;

import ai.whatsflow.billing.Ids;
import ai.whatsflow.billing.account.AccountLock;
import ai.whatsflow.billing.ledger.Balance;
import ai.whatsflow.billing.ledger.Balances;
import ai.whatsflow.billing.ledger.Entry;
import ai.whatsflow.billing.ledger.EntryKind;
import ai.whatsflow.billing.ledger.Ledger;
import ai.whatsflow.billing.ledger.LedgerAccount;
import ai.whatsflow.billing.ledger.LedgerCode;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.security.AccountDirectory;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves suspended credit into wallets once their accounts are known. */
@Component
public class PlaceSuspense {

    private final AccountDirectory directory;
    private final AccountLock accounts;
    private final Balances balances;
    private final Ledger ledger;
    private final TransactionTemplate transaction;

    PlaceSuspense(
            AccountDirectory directory,
            AccountLock accounts,
            Balances balances,
            Ledger ledger,
            TransactionTemplate transaction) {
        this.directory = directory;
        this.accounts = accounts;
        this.balances = balances;
        this.ledger = ledger;
        this.transaction = transaction;
    }

    public void place() {
        balances.open(LedgerCode.SUSPENSE).stream()
                .filter(this::isPlaceable)
                .forEach(suspended -> transaction.executeWithoutResult(status -> place(suspended)));
    }

    private boolean isPlaceable(Balance suspended) {
        String currency = suspended.amount().currency().getCurrencyCode();
        UUID owner = suspended.account().ownerId();
        return owner != null
                && directory
                        .find(owner)
                        .filter(account -> account.currency().equals(currency))
                        .isPresent();
    }

    private void place(Balance suspended) {
        UUID owner = Objects.requireNonNull(suspended.account().ownerId());
        accounts.lock(owner);
        Money waiting =
                balances.of(suspended.account(), suspended.amount().currency()).negate();
        if (waiting.isPositive()) {
            ledger.post(Entry.of(EntryKind.SUSPENSE_PLACED, Ids.next())
                    .debit(suspended.account(), waiting)
                    .credit(LedgerAccount.of(LedgerCode.WALLET_GRANTED, owner), waiting));
        }
    }
}

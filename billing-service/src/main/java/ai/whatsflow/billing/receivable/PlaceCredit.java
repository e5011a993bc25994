package ai.whatsflow.billing.receivable;

import ai.whatsflow.billing.invoice.ClearInvoice;
import ai.whatsflow.billing.ledger.Entry;
import ai.whatsflow.billing.ledger.LedgerAccount;
import ai.whatsflow.billing.ledger.LedgerCode;
import ai.whatsflow.platform.money.Money;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Credits an account with money that has reached the owner: first it pays what the account owes, oldest first, and the
 * rest fills its wallet. The caller holds the account's lock.
 */
@Component
public class PlaceCredit {

    private final Debts debts;
    private final ClearInvoice clearInvoice;
    private final Clock clock;

    PlaceCredit(Debts debts, ClearInvoice clearInvoice, Clock clock) {
        this.debts = debts;
        this.clearInvoice = clearInvoice;
        this.clock = clock;
    }

    /** Answers with the entry completed by its credit legs. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Entry place(Entry entry, UUID accountId, Money amount) {
        Money left = amount;
        for (Debt debt : debts.lockOpen(accountId, amount.currency().getCurrencyCode())) {
            if (left.isZero()) {
                break;
            }
            Money part = debt.outstanding().min(left);
            debts.pay(debt, part, clock.instant());
            left = left.minus(part);
            if (part.equals(debt.outstanding())) {
                debts.clearedInvoices(debt.id()).forEach(clearInvoice::clear);
            }
        }
        return entry.credit(LedgerAccount.of(LedgerCode.SUBDEALER_RECEIVABLE, accountId), amount.minus(left))
                .credit(LedgerAccount.of(LedgerCode.WALLET_RECHARGED, accountId), left);
    }
}

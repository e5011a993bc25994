package ai.whatsflow.billing.receivable;

import ai.whatsflow.billing.Ids;
import ai.whatsflow.billing.account.AccountLock;
import ai.whatsflow.billing.ledger.LedgerAccount;
import ai.whatsflow.billing.ledger.LedgerCode;
import ai.whatsflow.billing.ledger.Leg;
import ai.whatsflow.billing.wallet.Wallets;
import ai.whatsflow.platform.money.Money;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a sub-dealer stand for money it has taken: the whole of it from the recharged credit in its wallet, or else the
 * whole of it as a debt within its limit. Granted credit is nobody's money, so it can't stand for a customer's.
 */
@Component
public class FundFromSubDealer {

    private final AccountLock accounts;
    private final Wallets wallets;
    private final CreditLimits limits;
    private final Debts debts;
    private final Clock clock;

    FundFromSubDealer(AccountLock accounts, Wallets wallets, CreditLimits limits, Debts debts, Clock clock) {
        this.accounts = accounts;
        this.wallets = wallets;
        this.limits = limits;
        this.debts = debts;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public SubDealerFunding fund(UUID subDealerId, UUID customerId, UUID paymentId, DebtPurpose purpose, Money amount) {
        accounts.lock(subDealerId);
        if (wallets.of(subDealerId, amount.currency()).recharged().compareTo(amount) >= 0) {
            return new SubDealerFunding.Prepaid(
                    Leg.debit(LedgerAccount.of(LedgerCode.WALLET_RECHARGED, subDealerId), amount));
        }
        CreditLimit limit = limits.of(subDealerId, amount.currency());
        if (!limit.allows(amount)) {
            return new SubDealerFunding.LimitExceeded(limit);
        }
        Debt debt = new Debt(Ids.next(), subDealerId, amount);
        debts.insert(debt, customerId, paymentId, purpose, clock.instant());
        return new SubDealerFunding.Owed(
                Leg.debit(LedgerAccount.of(LedgerCode.SUBDEALER_RECEIVABLE, subDealerId), amount), debt.id());
    }
}

package ai.whatsflow.billing.receivable;

import ai.whatsflow.billing.ledger.Balances;
import ai.whatsflow.billing.ledger.LedgerAccount;
import ai.whatsflow.billing.ledger.LedgerCode;
import ai.whatsflow.platform.money.Money;
import java.util.Currency;
import java.util.UUID;

/** Limits set by the owner; nothing where none is set. */
public abstract class CreditLimits {

    private final Balances balances;

    CreditLimits(Balances balances) {
        this.balances = balances;
    }

    public CreditLimit of(UUID subDealerId, Currency currency) {
        Money owed = balances.of(LedgerAccount.of(LedgerCode.SUBDEALER_RECEIVABLE, subDealerId), currency);
        return new CreditLimit(subDealerId, limit(subDealerId, currency), owed);
    }

    abstract Money limit(UUID subDealerId, Currency currency);

    abstract void put(UUID subDealerId, Money limit, UUID by);
}

package ai.whatsflow.billing.ledger;

import ai.whatsflow.platform.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what the accounts stand at: debits positive, credits negative. */
public interface Balances {

    /** The balance of one account; zero for one that was never posted to. */
    Money of(LedgerAccount account, Currency currency);

    /** What one owner's accounts of a currency stand at; those that were never posted to are left out. */
    Map<LedgerCode, Money> ofOwner(UUID ownerId, Currency currency);

    /** Every account of a currency, ordered by code and owner. */
    List<Balance> all(Currency currency);

    /** Owners of accounts with this code that are not empty, with what stands there. */
    List<Balance> open(LedgerCode code);

    /** How many accounts stand elsewhere than their postings add up to; anything but none is a fault. */
    long drifted();
}

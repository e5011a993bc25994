package ai.whatsflow.billing.ledger;

import ai.whatsflow.platform.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the accounts stand at: debits positive, credits negative. */
@Repository
public class Balances {

    private final JdbcClient jdbc;

    Balances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The balance of one account; zero for one that was never posted to. */
    public Money of(LedgerAccount account, Currency currency) {
        long minor = jdbc.sql("""
                        SELECT balance FROM ledger_accounts
                        WHERE code = ? AND owner_id = ? AND currency = ?
                        """)
                .params(account.code().name(), account.storedOwner(), currency.getCurrencyCode())
                .query(Long.class)
                .optional()
                .orElse(0L);
        return new Money(minor, currency);
    }

    /** Every account of a currency, ordered by code and owner. */
    public List<Balance> all(Currency currency) {
        return jdbc.sql("""
                        SELECT code, owner_id, balance FROM ledger_accounts
                        WHERE currency = ? ORDER BY code, owner_id
                        """)
                .param(currency.getCurrencyCode())
                .query((rs, row) -> new Balance(
                        LedgerAccount.stored(rs.getString("code"), rs.getObject("owner_id", UUID.class)),
                        new Money(rs.getLong("balance"), currency)))
                .list();
    }

    /** Owners of accounts with this code that are not empty, with what stands there. */
    public List<Balance> open(LedgerCode code) {
        return jdbc.sql("SELECT owner_id, balance, currency FROM ledger_accounts WHERE code = ? AND balance <> 0")
                .param(code.name())
                .query((rs, row) -> new Balance(
                        LedgerAccount.stored(code.name(), rs.getObject("owner_id", UUID.class)),
                        Money.ofMinor(rs.getLong("balance"), rs.getString("currency"))))
                .list();
    }

    /** How many accounts stand elsewhere than their postings add up to; anything but none is a fault. */
    public long drifted() {
        return jdbc.sql("""
                        SELECT count(*) FROM ledger_accounts a
                        WHERE a.balance <> (SELECT coalesce(sum(p.amount), 0) FROM ledger_postings p
                                            WHERE p.ledger_account_id = a.ledger_account_id)
                        """).query(Long.class).single();
    }
}

package ai.whatsflow.billing.ledger;

import ai.whatsflow.platform.money.Money;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBalances implements Balances {

    private final JdbcClient jdbc;

    JdbcBalances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
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

    @Override
    public Map<LedgerCode, Money> ofOwner(UUID ownerId, Currency currency) {
        Map<LedgerCode, Money> balances = new EnumMap<>(LedgerCode.class);
        jdbc.sql("SELECT code, balance FROM ledger_accounts WHERE owner_id = ? AND currency = ?")
                .params(ownerId, currency.getCurrencyCode())
                .query(rs -> {
                    balances.put(LedgerCode.valueOf(rs.getString("code")), new Money(rs.getLong("balance"), currency));
                });
        return balances;
    }

    @Override
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

    @Override
    public List<Balance> open(LedgerCode code) {
        return jdbc.sql("SELECT owner_id, balance, currency FROM ledger_accounts WHERE code = ? AND balance <> 0")
                .param(code.name())
                .query((rs, row) -> new Balance(
                        LedgerAccount.stored(code.name(), rs.getObject("owner_id", UUID.class)),
                        Money.ofMinor(rs.getLong("balance"), rs.getString("currency"))))
                .list();
    }

    @Override
    public long drifted() {
        return jdbc.sql("""
                        SELECT count(*) FROM ledger_accounts a
                        WHERE a.balance <> (SELECT coalesce(sum(p.amount), 0) FROM ledger_postings p
                                            WHERE p.ledger_account_id = a.ledger_account_id)
                        """).query(Long.class).single();
    }
}

package ai.whatsflow.billing.wallet;

import ai.whatsflow.billing.ledger.LedgerCode;
import ai.whatsflow.platform.money.Money;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads wallets out of the ledger's balances. */
@Repository
public class Wallets {

    private final JdbcClient jdbc;

    Wallets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Wallet of(UUID accountId, Currency currency) {
        Map<LedgerCode, Money> owed = new HashMap<>();
        jdbc.sql(
                        "SELECT code, balance FROM ledger_accounts WHERE owner_id = ? AND currency = ? AND code LIKE 'WALLET%'")
                .params(accountId, currency.getCurrencyCode())
                .query(rs -> {
                    owed.put(LedgerCode.valueOf(rs.getString("code")), new Money(-rs.getLong("balance"), currency));
                });
        Money none = Money.zero(currency);
        return new Wallet(
                owed.getOrDefault(LedgerCode.WALLET_RECHARGED, none),
                owed.getOrDefault(LedgerCode.WALLET_GRANTED, none),
                owed.getOrDefault(LedgerCode.WALLET_HELD_RECHARGED, none)
                        .plus(owed.getOrDefault(LedgerCode.WALLET_HELD_GRANTED, none)));
    }
}

package ai.whatsflow.billing.wallet;

import ai.whatsflow.billing.Columns;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWalletHolds implements WalletHolds {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcWalletHolds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void insert(WalletHold hold) {
        jdbc.sql("""
                        INSERT INTO wallet_holds
                            (hold_id, account_id, granted_minor, recharged_minor, currency, status, held_at)
                        VALUES (?, ?, ?, ?, ?, 'HELD', ?)
                        """)
                .params(
                        hold.id(),
                        hold.accountId(),
                        hold.split().granted().minor(),
                        hold.split().recharged().minor(),
                        hold.split().granted().currency().getCurrencyCode(),
                        Columns.at(clock.instant()))
                .update();
    }

    @Override
    public Optional<WalletHold> end(UUID holdId, String status) {
        return jdbc.sql("""
                        UPDATE wallet_holds SET status = ?, ended_at = ? WHERE hold_id = ? AND status = 'HELD'
                        RETURNING hold_id, account_id, granted_minor, recharged_minor, currency
                        """)
                .params(status, Columns.at(clock.instant()), holdId)
                .query((rs, row) -> new WalletHold(
                        Columns.uuid(rs, "hold_id"),
                        Columns.uuid(rs, "account_id"),
                        new CreditSplit(Columns.money(rs, "granted_minor"), Columns.money(rs, "recharged_minor"))))
                .optional();
    }
}

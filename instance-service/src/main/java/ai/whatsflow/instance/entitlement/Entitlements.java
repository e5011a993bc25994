package ai.whatsflow.instance.entitlement;

import ai.whatsflow.instance.sql.UtcTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The projection of billing's subscriptions, one per account. */
@Repository
public class Entitlements {

    private static final RowMapper<Entitlement> ROWS = (row, number) -> new Entitlement(
            row.getObject("account_id", UUID.class),
            row.getObject("subscription_id", UUID.class),
            row.getLong("version"),
            row.getBoolean("expired"),
            row.getObject("devices", Integer.class),
            UtcTime.read(row, "period_start"),
            UtcTime.read(row, "period_end"));

    private final JdbcClient jdbc;

    Entitlements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps it unless a newer version is known. */
    public void store(Entitlement entitlement) {
        jdbc.sql("""
                        INSERT INTO entitlements AS e
                            (account_id, subscription_id, version, expired, devices, period_start, period_end)
                        VALUES (:account, :subscription, :version, :expired, :devices, :start, :end)
                        ON CONFLICT (account_id) DO UPDATE
                        SET subscription_id = excluded.subscription_id, version = excluded.version,
                            expired = excluded.expired, devices = excluded.devices,
                            period_start = excluded.period_start, period_end = excluded.period_end
                        WHERE e.subscription_id <> excluded.subscription_id OR e.version < excluded.version
                        """)
                .param("account", entitlement.accountId())
                .param("subscription", entitlement.subscriptionId())
                .param("version", entitlement.version())
                .param("expired", entitlement.expired())
                .param("devices", entitlement.devices())
                .param("start", UtcTime.of(entitlement.periodStart()))
                .param("end", UtcTime.of(entitlement.periodEnd()))
                .update();
    }

    /** Locks the account's entitlement, so that two requests cannot both take the last device. */
    public Optional<Entitlement> lock(UUID accountId) {
        return jdbc.sql("SELECT * FROM entitlements WHERE account_id = :account FOR UPDATE")
                .param("account", accountId)
                .query(ROWS)
                .optional();
    }

    public Map<UUID, Entitlement> findAll(Collection<UUID> accountIds) {
        return jdbc
                .sql("SELECT * FROM entitlements WHERE account_id = ANY (:accounts::uuid[])")
                .param("accounts", accountIds.toArray(UUID[]::new))
                .query(ROWS)
                .list()
                .stream()
                .collect(Collectors.toMap(Entitlement::accountId, Function.identity()));
    }
}

package ai.whatsflow.messaging.entitlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Projection of billing.subscription; an older version never replaces a newer one. */
@Repository
public class Entitlements {

    private final JdbcClient jdbc;

    Entitlements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(Entitlement entitlement) {
        jdbc.sql("""
                INSERT INTO entitlements (account_id, version, expired, period_start, period_end, messages)
                VALUES (:accountId, :version, :expired, :periodStart, :periodEnd, :messages)
                ON CONFLICT (account_id) DO UPDATE
                SET version = excluded.version, expired = excluded.expired, period_start = excluded.period_start,
                    period_end = excluded.period_end, messages = excluded.messages
                WHERE entitlements.version < excluded.version
                """)
                .param("accountId", entitlement.accountId())
                .param("version", entitlement.version())
                .param("expired", entitlement.expired())
                .param("periodStart", entitlement.periodStart().atOffset(ZoneOffset.UTC))
                .param("periodEnd", entitlement.periodEnd().atOffset(ZoneOffset.UTC))
                .param("messages", entitlement.messages())
                .update();
    }

    public Optional<Entitlement> find(UUID accountId) {
        return Optional.ofNullable(findAll(List.of(accountId)).get(accountId));
    }

    /** By account; without those that have none. */
    public Map<UUID, Entitlement> findAll(Collection<UUID> accountIds) {
        return jdbc
                .sql("""
                SELECT account_id, version, expired, period_start, period_end, messages
                FROM entitlements WHERE account_id = ANY(:accountIds::uuid[])
                """)
                .param("accountIds", accountIds.toArray(UUID[]::new))
                .query(Entitlements::row)
                .list()
                .stream()
                .collect(Collectors.toMap(Entitlement::accountId, Function.identity()));
    }

    private static Entitlement row(ResultSet row, int number) throws SQLException {
        return new Entitlement(
                row.getObject("account_id", UUID.class),
                row.getLong("version"),
                row.getBoolean("expired"),
                row.getObject("period_start", OffsetDateTime.class).toInstant(),
                row.getObject("period_end", OffsetDateTime.class).toInstant(),
                row.getObject("messages", Long.class));
    }
}

package ai.whatsflow.voucher.redemption;

import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class Redemptions {
    private final JdbcClient jdbc;

    Redemptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Redemption redemption) {
        jdbc.sql("""
                        INSERT INTO redemptions (id, voucher_id, batch_id, use_number, account_id, user_id, value_minor,
                            currency, redeemed_at)
                        VALUES (:id, :voucherId, :batchId, :use, :accountId, :userId, :value, :currency, :redeemedAt)
                        """)
                .param("id", redemption.id())
                .param("voucherId", redemption.voucherId())
                .param("batchId", redemption.batchId())
                .param("use", redemption.use())
                .param("accountId", redemption.accountId())
                .param("userId", redemption.userId())
                .param("value", redemption.value().minor())
                .param("currency", redemption.value().currency().getCurrencyCode())
                .param("redeemedAt", Timestamp.from(redemption.redeemedAt()))
                .update();
    }

    public Optional<Redemption> find(UUID redemptionId) {
        return jdbc.sql("SELECT * FROM redemptions WHERE id = :id")
                .param("id", redemptionId)
                .query(Redemptions::read)
                .optional();
    }

    /** Newest first. */
    public List<Redemption> list(RedemptionFilter filter, PageRequest page) {
        StringBuilder sql = new StringBuilder("SELECT * FROM redemptions WHERE id < :before");
        Map<String, Object> parameters = new HashMap<>(Map.of("before", page.before(), "rows", page.rows()));
        narrow(sql, parameters, " AND account_id = ANY(:accountIds)", "accountIds", filter.accountIds());
        narrow(sql, parameters, " AND account_id = :accountId", "accountId", filter.accountId());
        narrow(sql, parameters, " AND batch_id = :batchId", "batchId", filter.batchId());
        narrow(
                sql,
                parameters,
                " AND redeemed_at >= :from",
                "from",
                filter.from() == null ? null : Timestamp.from(filter.from()));
        narrow(
                sql,
                parameters,
                " AND redeemed_at < :until",
                "until",
                filter.until() == null ? null : Timestamp.from(filter.until()));
        return jdbc.sql(sql.append(" ORDER BY id DESC LIMIT :rows").toString())
                .params(parameters)
                .query(Redemptions::read)
                .list();
    }

    private static void narrow(
            StringBuilder sql, Map<String, Object> parameters, String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            parameters.put(name, value);
        }
    }

    private static Redemption read(ResultSet row, int number) throws SQLException {
        return new Redemption(
                row.getObject("id", UUID.class),
                row.getObject("voucher_id", UUID.class),
                row.getObject("batch_id", UUID.class),
                row.getInt("use_number"),
                row.getObject("account_id", UUID.class),
                row.getObject("user_id", UUID.class),
                Money.ofMinor(row.getLong("value_minor"), row.getString("currency")),
                row.getTimestamp("redeemed_at").toInstant());
    }
}

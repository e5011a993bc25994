package ai.whatsflow.payout.commission;

import ai.whatsflow.payout.plan.CommissionRate;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Commissions to look at. */
@Repository
public class CommissionList {
    private static final String OF_PAYOUT =
            " AND id IN (SELECT commission_id FROM payout_items WHERE payout_id = :payoutId)";

    private final JdbcClient jdbc;

    CommissionList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    public List<Commission> list(CommissionFilter filter, PageRequest page) {
        StringBuilder sql = new StringBuilder("SELECT * FROM commissions WHERE id < :before");
        Map<String, Object> parameters = new HashMap<>(Map.of("before", page.before(), "rows", page.rows()));
        narrow(sql, parameters, " AND sub_dealer_id = :subDealerId", "subDealerId", filter.subDealerId());
        narrow(sql, parameters, " AND status = :status", "status", name(filter.status()));
        narrow(sql, parameters, OF_PAYOUT, "payoutId", filter.payoutId());
        narrow(sql, parameters, " AND accrued_at >= :from", "from", timestamp(filter.from()));
        narrow(sql, parameters, " AND accrued_at < :until", "until", timestamp(filter.until()));
        return jdbc.sql(sql.append(" ORDER BY id DESC LIMIT :rows").toString())
                .params(parameters)
                .query(CommissionList::read)
                .list();
    }

    /** @param subDealerId null for all sub-dealers */
    public List<CommissionTotal> totals(@Nullable UUID subDealerId) {
        StringBuilder sql = new StringBuilder(
                "SELECT status, currency, sum(amount_minor) AS amount, count(*) AS count FROM commissions WHERE true");
        Map<String, Object> parameters = new HashMap<>();
        narrow(sql, parameters, " AND sub_dealer_id = :subDealerId", "subDealerId", subDealerId);
        return jdbc.sql(sql.append(" GROUP BY status, currency ORDER BY currency, status")
                        .toString())
                .params(parameters)
                .query((row, number) -> new CommissionTotal(
                        CommissionStatus.valueOf(row.getString("status")),
                        Money.ofMinor(row.getLong("amount"), row.getString("currency")),
                        row.getLong("count")))
                .list();
    }

    private static void narrow(
            StringBuilder sql, Map<String, Object> parameters, String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            parameters.put(name, value);
        }
    }

    private static Commission read(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        return new Commission(
                row.getObject("id", UUID.class),
                row.getObject("sub_dealer_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getObject("invoice_id", UUID.class),
                Money.ofMinor(row.getLong("base_minor"), currency),
                new CommissionRate(row.getBigDecimal("rate")),
                Money.ofMinor(row.getLong("amount_minor"), currency),
                CommissionStatus.valueOf(row.getString("status")),
                row.getTimestamp("refundable_until").toInstant(),
                row.getObject("held_by", UUID.class),
                instant(row.getTimestamp("cleared_at")),
                row.getTimestamp("accrued_at").toInstant(),
                instant(row.getTimestamp("payable_at")));
    }

    private static @Nullable String name(@Nullable CommissionStatus status) {
        return status == null ? null : status.name();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}

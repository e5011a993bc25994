package ai.whatsflow.payout.payout;

import ai.whatsflow.platform.paging.PageRequest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class Payouts {
    private static final PayoutRow ROW = new PayoutRow();

    private final JdbcClient jdbc;

    Payouts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Payout payout) {
        jdbc.sql("""
                        INSERT INTO payouts (id, version, sub_dealer_id, amount_minor, currency, type, status,
                            period_start, period_end, commissions, requested_by, requested_at)
                        VALUES (:id, :version, :subDealerId, :amount, :currency, :type, :status, :periodStart,
                            :periodEnd, :commissions, :requestedBy, :requestedAt)
                        """)
                .param("id", payout.id())
                .param("version", payout.version())
                .param("subDealerId", payout.subDealerId())
                .param("amount", payout.amount().minor())
                .param("currency", payout.amount().currency().getCurrencyCode())
                .param("type", payout.type().name())
                .param("status", payout.status().name())
                .param("periodStart", Timestamp.from(payout.periodStart()))
                .param("periodEnd", Timestamp.from(payout.periodEnd()))
                .param("commissions", payout.commissions())
                .param("requestedBy", payout.requestedBy())
                .param("requestedAt", Timestamp.from(payout.requestedAt()))
                .update();
    }

    /** Only what a decision changes; call under {@link #lock}. */
    void save(Payout payout) {
        jdbc.sql("""
                        UPDATE payouts
                        SET version = :version, status = :status, approved_by = :approvedBy, approved_at = :approvedAt,
                            closed_by = :closedBy, closed_at = :closedAt, reference = :reference, note = :note
                        WHERE id = :id
                        """)
                .param("version", payout.version())
                .param("status", payout.status().name())
                .param("approvedBy", payout.approvedBy())
                .param("approvedAt", timestamp(payout.approvedAt()))
                .param("closedBy", payout.closedBy())
                .param("closedAt", timestamp(payout.closedAt()))
                .param("reference", payout.reference())
                .param("note", payout.note())
                .param("id", payout.id())
                .update();
    }

    public Optional<Payout> find(UUID payoutId) {
        return jdbc.sql("SELECT * FROM payouts WHERE id = :id")
                .param("id", payoutId)
                .query(ROW)
                .optional();
    }

    /** Finds it and holds it until the transaction ends. */
    Optional<Payout> lock(UUID payoutId) {
        return jdbc.sql("SELECT * FROM payouts WHERE id = :id FOR UPDATE")
                .param("id", payoutId)
                .query(ROW)
                .optional();
    }

    /** Newest first. */
    public List<Payout> list(PayoutFilter filter, PageRequest page) {
        StringBuilder sql = new StringBuilder("SELECT * FROM payouts WHERE id < :before");
        Map<String, Object> parameters = new HashMap<>(Map.of("before", page.before(), "rows", page.rows()));
        narrow(sql, parameters, " AND sub_dealer_id = :subDealerId", "subDealerId", filter.subDealerId());
        narrow(sql, parameters, " AND status = :status", "status", name(filter.status()));
        narrow(sql, parameters, " AND type = :type", "type", name(filter.type()));
        narrow(sql, parameters, " AND requested_at >= :from", "from", timestamp(filter.from()));
        narrow(sql, parameters, " AND requested_at < :until", "until", timestamp(filter.until()));
        return jdbc.sql(sql.append(" ORDER BY id DESC LIMIT :rows").toString())
                .params(parameters)
                .query(ROW)
                .list();
    }

    private static void narrow(
            StringBuilder sql, Map<String, Object> parameters, String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            parameters.put(name, value);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}

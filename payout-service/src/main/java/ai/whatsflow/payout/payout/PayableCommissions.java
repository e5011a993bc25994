package ai.whatsflow.payout.payout;

import ai.whatsflow.platform.money.Money;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Commissions as a payout takes, pays or frees them; always whole rows, under their locks. */
@Repository
class PayableCommissions {
    private final JdbcClient jdbc;

    PayableCommissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first. A second request waits here for the first, and then no longer finds what that one took. */
    List<PayableCommission> lock(PayoutOrder order) {
        StringBuilder sql = new StringBuilder("""
                SELECT id, amount_minor, currency, accrued_at FROM commissions
                WHERE sub_dealer_id = :subDealerId AND currency = :currency AND status = 'PAYABLE'
                """);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("subDealerId", order.subDealerId());
        parameters.put("currency", order.currency().getCurrencyCode());
        if (order.from() != null) {
            sql.append(" AND accrued_at >= :from");
            parameters.put("from", Timestamp.from(order.from()));
        }
        if (order.until() != null) {
            sql.append(" AND accrued_at < :until");
            parameters.put("until", Timestamp.from(order.until()));
        }
        return jdbc.sql(sql.append(" ORDER BY accrued_at, id FOR UPDATE").toString())
                .params(parameters)
                .query((row, number) -> new PayableCommission(
                        row.getObject("id", UUID.class),
                        Money.ofMinor(row.getLong("amount_minor"), row.getString("currency")),
                        row.getTimestamp("accrued_at").toInstant()))
                .list();
    }

    void take(UUID payoutId, List<PayableCommission> commissions) {
        UUID[] ids = commissions.stream().map(PayableCommission::id).toArray(UUID[]::new);
        jdbc.sql("""
                        INSERT INTO payout_items (payout_id, commission_id, live)
                        SELECT :payoutId, unnest(:ids), true
                        """).param("payoutId", payoutId).param("ids", ids).update();
        jdbc.sql("UPDATE commissions SET status = 'LOCKED' WHERE id = ANY(:ids) AND status = 'PAYABLE'")
                .param("ids", ids)
                .update();
    }

    void pay(UUID payoutId) {
        move(payoutId, "PAID");
    }

    /** A rejected payout keeps the list of what it was made of, but no longer holds it. */
    void free(UUID payoutId) {
        move(payoutId, "PAYABLE");
        jdbc.sql("UPDATE payout_items SET live = false WHERE payout_id = :payoutId")
                .param("payoutId", payoutId)
                .update();
    }

    private void move(UUID payoutId, String status) {
        jdbc.sql("""
                        UPDATE commissions SET status = :status
                        FROM payout_items item
                        WHERE item.payout_id = :payoutId AND item.live AND item.commission_id = commissions.id
                            AND commissions.status = 'LOCKED'
                        """).param("status", status).param("payoutId", payoutId).update();
    }
}

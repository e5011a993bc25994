package ai.whatsflow.payout.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class CommissionPlans {
    private final JdbcClient jdbc;

    CommissionPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest version. */
    public Optional<CommissionPlan> find(UUID subDealerId) {
        return jdbc.sql("""
                        SELECT * FROM commission_plans WHERE sub_dealer_id = :subDealerId
                        ORDER BY version DESC LIMIT 1
                        """)
                .param("subDealerId", subDealerId)
                .query(CommissionPlans::read)
                .optional();
    }

    /** The version that was in force at that moment. */
    public Optional<CommissionPlan> inForce(UUID subDealerId, Instant at) {
        return jdbc.sql("""
                        SELECT * FROM commission_plans
                        WHERE sub_dealer_id = :subDealerId AND effective_from <= :at
                        ORDER BY version DESC LIMIT 1
                        """)
                .param("subDealerId", subDealerId)
                .param("at", Timestamp.from(at))
                .query(CommissionPlans::read)
                .optional();
    }

    /** Holds off other changes of this sub-dealer's plan until the transaction ends; there may be no row to lock yet. */
    void lock(UUID subDealerId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('commission-plan/' || :subDealerId, 0))::text")
                .param("subDealerId", subDealerId.toString())
                .query(String.class)
                .optional();
    }

    void add(CommissionPlan plan) {
        jdbc.sql("""
                        INSERT INTO commission_plans (sub_dealer_id, version, rate, refund_window_days, set_by,
                            effective_from)
                        VALUES (:subDealerId, :version, :rate, :refundWindowDays, :setBy, :effectiveFrom)
                        """)
                .param("subDealerId", plan.subDealerId())
                .param("version", plan.version())
                .param("rate", plan.rate().percent())
                .param("refundWindowDays", plan.refundWindowDays())
                .param("setBy", plan.setBy())
                .param("effectiveFrom", Timestamp.from(plan.effectiveFrom()))
                .update();
    }

    private static CommissionPlan read(ResultSet row, int number) throws SQLException {
        return new CommissionPlan(
                row.getObject("sub_dealer_id", UUID.class),
                row.getLong("version"),
                new CommissionRate(row.getBigDecimal("rate")),
                row.getInt("refund_window_days"),
                row.getObject("set_by", UUID.class),
                row.getTimestamp("effective_from").toInstant());
    }
}

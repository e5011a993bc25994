package ai.whatsflow.billing.payment;

import ai.whatsflow.billing.Columns;
import ai.whatsflow.billing.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPaymentTriggers implements PaymentTriggers {

    private final JdbcClient jdbc;

    JdbcPaymentTriggers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void store(String provider, UUID paymentId, ProviderNotice notice, Instant now) {
        jdbc.sql("""
                        INSERT INTO payment_triggers
                            (trigger_id, provider, payment_id, claimed_id, status, received_at, due_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (payment_id, status) DO UPDATE
                            SET received_at = EXCLUDED.received_at, done_at = NULL,
                                due_at = coalesce(payment_triggers.due_at, EXCLUDED.due_at)
                        """)
                .params(
                        Ids.next(),
                        provider,
                        paymentId,
                        notice.claimedId(),
                        notice.status().name(),
                        Columns.at(now),
                        Columns.at(now))
                .update();
    }

    @Override
    public List<Trigger> claimDue(Instant now, Instant leaseEnd, int limit) {
        return jdbc.sql("""
                        UPDATE payment_triggers SET due_at = ?
                        WHERE trigger_id IN (SELECT trigger_id FROM payment_triggers WHERE due_at <= ?
                                             ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED)
                        RETURNING trigger_id, payment_id, received_at
                        """)
                .params(Columns.at(leaseEnd), Columns.at(now), limit)
                .query((rs, row) -> new Trigger(
                        Columns.uuid(rs, "trigger_id"),
                        Columns.uuid(rs, "payment_id"),
                        Columns.instant(rs, "received_at")))
                .list();
    }

    @Override
    public void done(Trigger trigger, Instant now) {
        jdbc.sql("UPDATE payment_triggers SET due_at = NULL, done_at = ?" + " WHERE trigger_id = ? AND received_at = ?")
                .params(Columns.at(now), trigger.id(), Columns.at(trigger.receivedAt()))
                .update();
    }

    @Override
    public Optional<ProviderNotice> latest(UUID paymentId) {
        return jdbc.sql("""
                        SELECT claimed_id, status FROM payment_triggers WHERE payment_id = ?
                        ORDER BY status = 'SUCCESS' DESC, received_at DESC, trigger_id DESC LIMIT 1
                        """)
                .param(paymentId)
                .query((rs, row) -> new ProviderNotice(
                        paymentId.toString(),
                        rs.getString("claimed_id"),
                        ProviderNotice.Status.valueOf(rs.getString("status"))))
                .optional();
    }
}

package ai.whatsflow.billing.payment;

import ai.whatsflow.billing.Columns;
import ai.whatsflow.billing.invoice.PaymentMethod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPayments extends Payments {

    private final JdbcClient jdbc;

    JdbcPayments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Payment> find(UUID paymentId) {
        return jdbc.sql("SELECT * FROM payments WHERE payment_id = ?")
                .param(paymentId)
                .query(JdbcPayments::payment)
                .optional();
    }

    @Override
    Payment lock(UUID paymentId) {
        return jdbc.sql("SELECT * FROM payments WHERE payment_id = ? FOR UPDATE")
                .param(paymentId)
                .query(JdbcPayments::payment)
                .single();
    }

    @Override
    Optional<Payment> settledBy(String provider, String providerPaymentId) {
        return jdbc.sql("SELECT * FROM payments WHERE provider = ? AND provider_payment_id = ?")
                .params(provider, providerPaymentId)
                .query(JdbcPayments::payment)
                .optional();
    }

    @Override
    public List<Payment> page(PaymentFilter filter, UUID before, int limit) {
        return jdbc.sql("""
                        SELECT * FROM payments
                        WHERE payment_id < :before AND (:all OR account_id = ANY (:accounts))
                          AND (:status::text IS NULL OR status = :status
                               OR (:status = 'PENDING' AND status = 'UNKNOWN'))
                          AND (:method::text IS NULL OR method = :method)
                          AND (:account::uuid IS NULL OR account_id = :account)
                        ORDER BY payment_id DESC LIMIT :limit
                        """)
                .param("before", before)
                .param("all", filter.scope().all())
                .param("accounts", Columns.uuids(filter.scope().ids()))
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .param(
                        "method",
                        filter.method() == null ? null : filter.method().name())
                .param("account", filter.accountId())
                .param("limit", limit + 1)
                .query(JdbcPayments::payment)
                .list();
    }

    @Override
    void insert(Payment payment) {
        jdbc.sql("""
                        INSERT INTO payments (payment_id, account_id, account_path, type, method, provider,
                            amount_minor, currency, status, invoice_id, next_ask_at, created_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', ?, ?, ?, ?)
                        """)
                .params(Columns.row(
                        payment.id(),
                        payment.accountId(),
                        Columns.uuids(payment.accountPath()),
                        payment.type().name(),
                        payment.method().name(),
                        payment.provider(),
                        payment.amount().minor(),
                        payment.amount().currency().getCurrencyCode(),
                        payment.invoiceId(),
                        Columns.atOrNull(payment.nextAskAt()),
                        Columns.at(payment.createdAt()),
                        Columns.at(payment.expiresAt())))
                .update();
    }

    @Override
    void succeed(UUID paymentId, Settlement settlement, List<UUID> accountPath, Instant now) {
        int updated = jdbc.sql("""
                        UPDATE payments SET status = 'SUCCESS', settled_at = ?, account_path = ?,
                            provider_payment_id = ?, reference = ?, note = ?, confirmed_by = ?, reason = NULL,
                            next_ask_at = NULL
                        WHERE payment_id = ? AND status <> 'SUCCESS'
                        """)
                .params(Columns.row(
                        Columns.at(now),
                        Columns.uuids(accountPath),
                        settlement.providerPaymentId(),
                        settlement.reference(),
                        settlement.note(),
                        settlement.confirmedBy(),
                        paymentId))
                .update();
        if (updated != 1) {
            throw new IllegalStateException("payment " + paymentId + " has settled before");
        }
    }

    @Override
    void end(UUID paymentId, PaymentStatus status, String reason, @Nullable Instant nextAskAt) {
        jdbc.sql("""
                        UPDATE payments SET status = ?, reason = ?, next_ask_at = ?
                        WHERE payment_id = ? AND status IN ('PENDING', 'UNKNOWN')
                        """)
                .params(Columns.row(status.name(), reason, Columns.atOrNull(nextAskAt), paymentId))
                .update();
    }

    @Override
    void postpone(UUID paymentId, PaymentStatus openStatus, @Nullable String reason, int asks, Instant nextAskAt) {
        jdbc.sql("""
                        UPDATE payments SET asks = ?, next_ask_at = ?,
                            status = CASE WHEN status IN ('PENDING', 'UNKNOWN') THEN ? ELSE status END,
                            reason = CASE WHEN status IN ('PENDING', 'UNKNOWN') THEN ? ELSE reason END
                        WHERE payment_id = ?
                        """)
                .params(Columns.row(asks, Columns.at(nextAskAt), openStatus.name(), reason, paymentId))
                .update();
    }

    @Override
    void askAt(UUID paymentId, Instant nextAskAt) {
        jdbc.sql("UPDATE payments SET next_ask_at = ? WHERE payment_id = ?")
                .params(Columns.at(nextAskAt), paymentId)
                .update();
    }

    @Override
    void stopAsking(UUID paymentId) {
        jdbc.sql("UPDATE payments SET next_ask_at = NULL WHERE payment_id = ?")
                .param(paymentId)
                .update();
    }

    @Override
    List<UUID> claimDue(Instant now, Instant leaseEnd, int limit) {
        return jdbc.sql("""
                        UPDATE payments SET next_ask_at = ?, asks = asks + 1
                        WHERE payment_id IN (SELECT payment_id FROM payments WHERE next_ask_at <= ?
                                             ORDER BY next_ask_at, payment_id LIMIT ? FOR UPDATE SKIP LOCKED)
                        RETURNING payment_id
                        """)
                .params(Columns.at(leaseEnd), Columns.at(now), limit)
                .query((rs, row) -> Columns.uuid(rs, "payment_id"))
                .list();
    }

    @Override
    List<UUID> overdue(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT payment_id FROM payments
                        WHERE status = 'PENDING' AND method <> 'GATEWAY' AND expires_at <= ?
                        ORDER BY expires_at, payment_id LIMIT ?
                        """)
                .params(Columns.at(now), limit)
                .query((rs, row) -> Columns.uuid(rs, "payment_id"))
                .list();
    }

    private static Payment payment(ResultSet rs, int row) throws SQLException {
        return new Payment(
                Columns.uuid(rs, "payment_id"),
                Columns.uuid(rs, "account_id"),
                Columns.uuids(rs, "account_path"),
                PaymentType.valueOf(rs.getString("type")),
                PaymentMethod.valueOf(rs.getString("method")),
                rs.getString("provider"),
                rs.getString("provider_payment_id"),
                Columns.money(rs, "amount_minor"),
                PaymentStatus.valueOf(rs.getString("status")),
                Columns.uuidOrNull(rs, "invoice_id"),
                rs.getString("reference"),
                rs.getString("note"),
                Columns.uuidOrNull(rs, "confirmed_by"),
                rs.getString("reason"),
                rs.getInt("asks"),
                Columns.instantOrNull(rs, "next_ask_at"),
                Columns.instant(rs, "created_at"),
                Columns.instant(rs, "expires_at"),
                Columns.instantOrNull(rs, "settled_at"));
    }
}

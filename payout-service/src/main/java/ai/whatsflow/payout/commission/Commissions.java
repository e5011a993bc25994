package ai.whatsflow.payout.commission;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happens to single commissions before a payout takes them. */
@Repository
public class Commissions {
    private final JdbcClient jdbc;

    Commissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the invoice has its commission already */
    boolean add(Commission commission) {
        return jdbc.sql("""
                        INSERT INTO commissions (id, sub_dealer_id, customer_id, invoice_id, base_minor, rate,
                            amount_minor, currency, status, refundable_until, held_by, cleared_at, accrued_at, payable_at)
                        VALUES (:id, :subDealerId, :customerId, :invoiceId, :base, :rate, :amount, :currency, :status,
                            :refundableUntil, :heldBy, :clearedAt, :accruedAt, :payableAt)
                        ON CONFLICT (invoice_id) DO NOTHING
                        """)
                        .param("id", commission.id())
                        .param("subDealerId", commission.subDealerId())
                        .param("customerId", commission.customerId())
                        .param("invoiceId", commission.invoiceId())
                        .param("base", commission.base().minor())
                        .param("rate", commission.rate().percent())
                        .param("amount", commission.amount().minor())
                        .param("currency", commission.amount().currency().getCurrencyCode())
                        .param("status", commission.status().name())
                        .param("refundableUntil", Timestamp.from(commission.refundableUntil()))
                        .param("heldBy", commission.heldBy())
                        .param("clearedAt", timestamp(commission.clearedAt()))
                        .param("accruedAt", Timestamp.from(commission.accruedAt()))
                        .param("payableAt", timestamp(commission.payableAt()))
                        .update()
                == 1;
    }

    void clear(UUID invoiceId, Instant clearedAt) {
        jdbc.sql("""
                        UPDATE commissions SET cleared_at = :clearedAt
                        WHERE invoice_id = :invoiceId AND held_by IS NOT NULL AND cleared_at IS NULL
                        """)
                .param("clearedAt", Timestamp.from(clearedAt))
                .param("invoiceId", invoiceId)
                .update();
    }

    /** Makes everything PAYABLE that is due at that moment; locks in one order, so that releases never block each other. */
    public int release(Instant now) {
        return jdbc.sql("""
                        UPDATE commissions SET status = 'PAYABLE', payable_at = :now
                        WHERE id IN (
                            SELECT id FROM commissions
                            WHERE status = 'PENDING' AND refundable_until <= :now
                                AND (held_by IS NULL OR cleared_at IS NOT NULL)
                            ORDER BY id
                            FOR UPDATE)
                        """).param("now", Timestamp.from(now)).update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}

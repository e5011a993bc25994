package ai.whatsflow.voucher.redemption;

import ai.whatsflow.platform.money.Money;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Vouchers as the one who redeems meets them: found by hash, used up by a conditional update. */
@Repository
class RedeemableVouchers {
    record Found(
            UUID id, UUID batchId, Money value, @Nullable Instant expiresAt) {}

    private final JdbcClient jdbc;

    RedeemableVouchers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Found> find(byte[] codeHash) {
        return jdbc.sql("""
                        SELECT voucher.id, batch.id AS batch_id, batch.value_minor, batch.currency, batch.expires_at
                        FROM vouchers voucher JOIN voucher_batches batch ON batch.id = voucher.batch_id
                        WHERE voucher.code_hash = :hash
                        """)
                .param("hash", codeHash)
                .query((row, number) -> {
                    Timestamp expiresAt = row.getTimestamp("expires_at");
                    return new Found(
                            row.getObject("id", UUID.class),
                            row.getObject("batch_id", UUID.class),
                            Money.ofMinor(row.getLong("value_minor"), row.getString("currency")),
                            expiresAt == null ? null : expiresAt.toInstant());
                })
                .optional();
    }

    /** @return the number of this use, or empty when the voucher is used up; decides every race by the row's lock */
    Optional<Integer> use(UUID voucherId) {
        return jdbc.sql("""
                        UPDATE vouchers SET used = used + 1
                        WHERE id = :id AND used < usage_limit
                        RETURNING used
                        """).param("id", voucherId).query(Integer.class).optional();
    }
}

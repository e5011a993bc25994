package ai.whatsflow.voucher.batch;

import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
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
public class VoucherBatches {
    private final JdbcClient jdbc;

    VoucherBatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(VoucherBatch batch) {
        jdbc.sql("""
                        INSERT INTO voucher_batches (id, version, type, status, voucher_count, generated, value_minor,
                            currency, expires_at, issued_by, created_at)
                        VALUES (:id, :version, :type, :status, :count, 0, :value, :currency, :expiresAt, :issuedBy,
                            :createdAt)
                        """)
                .param("id", batch.id())
                .param("version", batch.version())
                .param("type", batch.type().name())
                .param("status", batch.status().name())
                .param("count", batch.count())
                .param("value", batch.value().minor())
                .param("currency", batch.value().currency().getCurrencyCode())
                .param("expiresAt", timestamp(batch.expiresAt()))
                .param("issuedBy", batch.issuedBy())
                .param("createdAt", timestamp(batch.createdAt()))
                .update();
    }

    /** Counts freshly made codes; the batch is READY with the last of them. Takes the row lock of the batch. */
    VoucherBatch advance(UUID batchId, int made, Instant now) {
        return jdbc.sql("""
                        UPDATE voucher_batches
                        SET generated = generated + :made,
                            version = version + 1,
                            status = CASE WHEN generated + :made = voucher_count THEN 'READY' ELSE status END,
                            ready_at = CASE WHEN generated + :made = voucher_count THEN :now::timestamptz END
                        WHERE id = :id
                        RETURNING *
                        """)
                .param("made", made)
                .param("now", timestamp(now))
                .param("id", batchId)
                .query(VoucherBatches::read)
                .single();
    }

    public Optional<VoucherBatch> find(UUID batchId) {
        return jdbc.sql("SELECT * FROM voucher_batches WHERE id = :id")
                .param("id", batchId)
                .query(VoucherBatches::read)
                .optional();
    }

    /** Newest first. */
    public List<VoucherBatch> list(BatchFilter filter, PageRequest page) {
        StringBuilder sql = new StringBuilder("SELECT * FROM voucher_batches WHERE id < :before");
        Map<String, Object> parameters = new HashMap<>(Map.of("before", page.before(), "rows", page.rows()));
        if (filter.status() != null) {
            sql.append(" AND status = :status");
            parameters.put("status", filter.status().name());
        }
        if (filter.from() != null) {
            sql.append(" AND created_at >= :from");
            parameters.put("from", Timestamp.from(filter.from()));
        }
        if (filter.until() != null) {
            sql.append(" AND created_at < :until");
            parameters.put("until", Timestamp.from(filter.until()));
        }
        return jdbc.sql(sql.append(" ORDER BY id DESC LIMIT :rows").toString())
                .params(parameters)
                .query(VoucherBatches::read)
                .list();
    }

    private static VoucherBatch read(ResultSet row, int number) throws SQLException {
        return new VoucherBatch(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                VoucherType.valueOf(row.getString("type")),
                BatchStatus.valueOf(row.getString("status")),
                row.getInt("voucher_count"),
                row.getInt("generated"),
                Money.ofMinor(row.getLong("value_minor"), row.getString("currency")),
                instant(row.getTimestamp("expires_at")),
                row.getObject("issued_by", UUID.class),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("ready_at")));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}

package ai.whatsflow.voucher.batch;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The audit trail of who read plain codes: kept before the first code leaves. */
@Repository
class CodeExports {
    private static final Logger audit = LoggerFactory.getLogger("audit");

    private final JdbcClient jdbc;

    CodeExports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID exportId, VoucherBatch batch, UUID userId, Instant at) {
        jdbc.sql("""
                        INSERT INTO voucher_code_exports (id, batch_id, user_id, codes, exported_at)
                        VALUES (:id, :batchId, :userId, :codes, :at)
                        """)
                .param("id", exportId)
                .param("batchId", batch.id())
                .param("userId", userId)
                .param("codes", batch.count())
                .param("at", Timestamp.from(at))
                .update();
        audit.atInfo()
                .addKeyValue("action", "voucher-codes.exported")
                .addKeyValue("batchId", batch.id())
                .addKeyValue("userId", userId)
                .addKeyValue("codes", batch.count())
                .log("Voucher codes exported");
    }
}

package ai.whatsflow.voucher.batch;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The work that is left: one row per chunk, gone with the commit that made its codes. */
@Repository
class BatchChunks {
    record Chunk(UUID batchId, int number, int size) {}

    private final JdbcClient jdbc;

    BatchChunks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void plan(UUID batchId, int count, int chunkSize) {
        jdbc.sql("""
                        INSERT INTO voucher_batch_chunks (batch_id, number, size)
                        SELECT :batchId, n, least(:chunkSize, :count - n * :chunkSize)
                        FROM generate_series(0, (:count - 1) / :chunkSize) AS n
                        """)
                .param("batchId", batchId)
                .param("count", count)
                .param("chunkSize", chunkSize)
                .update();
    }

    /** Takes a chunk out for the open transaction; another replica sees the next one, a rollback puts it back. */
    Optional<Chunk> claim() {
        return jdbc.sql("""
                        DELETE FROM voucher_batch_chunks
                        WHERE (batch_id, number) = (
                            SELECT batch_id, number FROM voucher_batch_chunks
                            ORDER BY batch_id, number
                            LIMIT 1
                            FOR UPDATE SKIP LOCKED)
                        RETURNING batch_id, number, size
                        """)
                .query((row, number) ->
                        new Chunk(row.getObject("batch_id", UUID.class), row.getInt("number"), row.getInt("size")))
                .optional();
    }
}

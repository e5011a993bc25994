package ai.whatsflow.voucher.batch;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The vouchers of a batch: hashes and sealed codes, never a plain one. */
@Repository
class Vouchers {
    /** @param code sealed to this id */
    record Sealed(UUID id, byte[] hash, byte[] code) {}

    /** A row of the export. */
    record Row(UUID id, byte[] sealedCode, boolean used) {}

    private static final String INSERT = """
            INSERT INTO vouchers (id, batch_id, code_hash, sealed_code)
            SELECT voucher.id, ?, voucher.hash, voucher.code
            FROM unnest(?::uuid[], ?::bytea[], ?::bytea[]) AS voucher (id, hash, code)
            ON CONFLICT (code_hash) DO NOTHING
            """;

    private static final String PAGE = """
            SELECT id, sealed_code, used >= usage_limit AS used FROM vouchers
            WHERE batch_id = ? AND (?::uuid IS NULL OR id > ?::uuid)
            ORDER BY id LIMIT ?
            """;

    private final JdbcTemplate jdbc;

    Vouchers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @return how many were new; a code that exists already is left out */
    int add(UUID batchId, List<Sealed> vouchers) {
        return jdbc.update(INSERT, statement -> {
            var connection = statement.getConnection();
            statement.setObject(1, batchId);
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", vouchers.stream().map(Sealed::id).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "bytea", vouchers.stream().map(Sealed::hash).toArray(byte[][]::new)));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "bytea", vouchers.stream().map(Sealed::code).toArray(byte[][]::new)));
        });
    }

    List<Row> page(UUID batchId, @Nullable UUID after, int limit) {
        return jdbc.query(
                PAGE,
                (row, number) ->
                        new Row(row.getObject("id", UUID.class), row.getBytes("sealed_code"), row.getBoolean("used")),
                batchId,
                after,
                after,
                limit);
    }
}

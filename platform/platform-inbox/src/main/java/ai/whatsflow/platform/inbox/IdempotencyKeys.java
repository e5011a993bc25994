package ai.whatsflow.platform.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keys and their answers, any number in one statement. Thread-safe. */
class IdempotencyKeys {

    private static final String LOCK = """
            SELECT pg_try_advisory_xact_lock(hashtextextended(k.name, 0))
            FROM unnest(?::text[]) WITH ORDINALITY AS k (name, n) ORDER BY k.n
            """;

    private static final String FIND = """
            SELECT k.n, i.body_hash, i.status, i.location, i.etag, i.body
            FROM unnest(?::text[], ?::text[], ?::text[]) WITH ORDINALITY AS k (scope, operation, key, n)
            JOIN idempotency_key i USING (scope, operation, key)
            """;

    private static final String ADD = """
            INSERT INTO idempotency_key (scope, operation, key, body_hash, status, location, etag, body)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::bytea[], ?::integer[], ?::text[], ?::text[], ?::text[])
            """;

    private final JdbcTemplate jdbc;

    IdempotencyKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks keys until the transaction ends; false, in their order, for those that another request holds. */
    List<Boolean> tryLock(List<IdempotencyKey> keys) {
        return keys.isEmpty()
                ? List.of()
                : jdbc.query(LOCK, (row, number) -> row.getBoolean(1), (Object)
                        column(keys, key -> key.scope() + '\n' + key.operation() + '\n' + key.value()));
    }

    Map<IdempotencyKey, StoredAnswer> find(List<IdempotencyKey> keys) {
        Map<IdempotencyKey, StoredAnswer> found = new HashMap<>();
        if (!keys.isEmpty()) {
            jdbc.query(
                    FIND,
                    row -> {
                        found.put(
                                keys.get(row.getInt(1) - 1),
                                new StoredAnswer(
                                        row.getBytes(2),
                                        row.getInt(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6)));
                    },
                    column(keys, IdempotencyKey::scope),
                    column(keys, IdempotencyKey::operation),
                    column(keys, IdempotencyKey::value));
        }
        return found;
    }

    void add(Map<IdempotencyKey, StoredAnswer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        List<IdempotencyKey> keys = List.copyOf(answers.keySet());
        List<StoredAnswer> values = keys.stream().map(answers::get).toList();
        byte[][] hashes = values.stream().map(StoredAnswer::hash).toArray(byte[][]::new);
        Integer[] statuses = values.stream().map(StoredAnswer::status).toArray(Integer[]::new);
        jdbc.update(
                ADD,
                column(keys, IdempotencyKey::scope),
                column(keys, IdempotencyKey::operation),
                column(keys, IdempotencyKey::value),
                hashes,
                statuses,
                column(values, StoredAnswer::location),
                column(values, StoredAnswer::etag),
                column(values, StoredAnswer::body));
    }

    /** Forgets keys older than 48 hours. */
    int forget() {
        return jdbc.update("DELETE FROM idempotency_key WHERE created_at < now() - interval '48 hours'");
    }

    private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }
}

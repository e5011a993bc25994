package ai.whatsflow.platform.inbox;

import ai.whatsflow.platform.inbox.OnceByKey.Keyed;
import ai.whatsflow.platform.problem.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a request's effect once per {@code Idempotency-Key}. The key, the hash of the body and the answer are stored in
 * the transaction of the effect; a repetition gets the stored answer, another body 422, and one that comes while the
 * first is still running 409. Nothing is stored when the effect throws. Without a key the effect simply runs in a
 * transaction. Thread-safe.
 */
public class IdempotentRequests {

    private final OnceByKey once;
    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;

    IdempotentRequests(OnceByKey once, TransactionTemplate transaction, JdbcTemplate jdbc) {
        this.once = once;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /**
     * @param body the request as it was read; its JSON form is what is compared
     * @param effect the use case, run in a transaction this method opens
     */
    public ResponseEntity<?> once(IdempotencyKey key, @Nullable Object body, Supplier<ResponseEntity<?>> effect) {
        Keyed<Supplier<ResponseEntity<?>>> alone = once.keyed(key, body, effect);
        ResponseEntity<?> answer = transaction.execute(status ->
                once.run(List.of(alone), IdempotentRequests::get).getFirst().orThrow());
        return Objects.requireNonNull(answer);
    }

    /**
     * For requests that come in great numbers: those that come at the same time share a transaction.
     *
     * @param effect the use case for many; answers each, in their order. What it refuses has no effect; what it throws
     *     undoes them all, and each is run again alone
     */
    public <R> GroupedRequests<R> grouped(Function<List<R>, List<Outcome<ResponseEntity<?>>>> effect) {
        return new GroupedRequests<>(once, transaction, jdbc, effect);
    }

    private static List<Outcome<ResponseEntity<?>>> get(List<Supplier<ResponseEntity<?>>> alone) {
        return List.of(Outcome.of(alone.getFirst().get()));
    }
}

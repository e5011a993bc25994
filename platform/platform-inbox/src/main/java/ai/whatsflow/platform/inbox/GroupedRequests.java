package ai.whatsflow.platform.inbox;

import ai.whatsflow.platform.gathering.Gathering;
import ai.whatsflow.platform.inbox.OnceByKey.Keyed;
import ai.whatsflow.platform.problem.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Requests of one kind, each answered once per {@code Idempotency-Key}; those that come while a transaction is being
 * committed share the next one. A commit costs the disk and the database the same for one and for a hundred.
 *
 * <p>Nobody suffers from the company: when a group fails, or waits for a lock for longer than 50 ms, it is undone and
 * each of its requests runs in a transaction of its own. When the commit itself fails its outcome is unknown, and
 * everybody is told so. Thread-safe.
 *
 * @param <R> a request
 */
public final class GroupedRequests<R> {

    private static final Logger log = LoggerFactory.getLogger(GroupedRequests.class);
    private static final int MOST = 100;

    private final OnceByKey once;
    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;
    private final Function<List<R>, List<Outcome<ResponseEntity<?>>>> effect;
    private final Gathering<Keyed<R>, Optional<Outcome<ResponseEntity<?>>>> groups =
            new Gathering<>(MOST, Long.MAX_VALUE, request -> 0, this::together);

    GroupedRequests(
            OnceByKey once,
            TransactionTemplate transaction,
            JdbcTemplate jdbc,
            Function<List<R>, List<Outcome<ResponseEntity<?>>>> effect) {
        this.once = once;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.effect = effect;
    }

    /**
     * Blocks until the effect is committed.
     *
     * @param body the request as it was read; its JSON form is what is compared
     */
    public ResponseEntity<?> once(IdempotencyKey key, @Nullable Object body, R request) {
        Keyed<R> keyed = once.keyed(key, body, request);
        return groups.ask(keyed).orElseGet(() -> alone(keyed)).orThrow();
    }

    private Outcome<ResponseEntity<?>> alone(Keyed<R> request) {
        return Objects.requireNonNull(transaction.execute(status -> run(List.of(request))))
                .getFirst();
    }

    /** Empty for each when they have to try alone. */
    private List<Optional<Outcome<ResponseEntity<?>>>> together(List<Keyed<R>> requests) {
        return Objects.requireNonNull(transaction.execute(status -> {
            try {
                jdbc.execute("SET LOCAL lock_timeout = '50ms'");
                return run(requests).stream().map(Optional::of).toList();
            } catch (RuntimeException failed) {
                return undone(status, requests.size(), failed);
            }
        }));
    }

    private static <A> List<Optional<A>> undone(TransactionStatus status, int size, RuntimeException failed) {
        log.debug("{} requests run alone: their group failed", size, failed);
        status.setRollbackOnly();
        return Collections.nCopies(size, Optional.empty());
    }

    private List<Outcome<ResponseEntity<?>>> run(List<Keyed<R>> requests) {
        return once.run(requests, effect);
    }
}

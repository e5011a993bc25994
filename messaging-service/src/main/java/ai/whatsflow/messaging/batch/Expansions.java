package ai.whatsflow.messaging.batch;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The group batches that are not expanded yet. A worker claims one under a lease; every write checks the claim, so a
 * worker that was thought dead can't write after another has taken over. Leases run on the database's clock.
 */
@Repository
class Expansions {

    private final JdbcClient jdbc;
    private final MessageBatches batches;
    private final Duration lease;

    Expansions(JdbcClient jdbc, MessageBatches batches, ExpansionProperties properties) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.lease = properties.lease();
    }

    void add(UUID batchId) {
        jdbc.sql("INSERT INTO expansions (batch_id) VALUES (:batchId)")
                .param("batchId", batchId)
                .update();
    }

    /** Claims the one that has been due longest and that nobody holds. */
    Optional<Expansion> claim() {
        UUID owner = UUID.randomUUID();
        return jdbc.sql("""
                UPDATE expansions
                SET owner = :owner, leased_until = clock_timestamp() + make_interval(secs => :lease)
                WHERE batch_id = (SELECT batch_id FROM expansions
                                  WHERE due_at <= clock_timestamp()
                                    AND (leased_until IS NULL OR leased_until < clock_timestamp())
                                  ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING batch_id
                """)
                .param("owner", owner)
                .param("lease", seconds(lease))
                .query(UUID.class)
                .optional()
                .flatMap(batchId -> read(batchId, owner));
    }

    /** Locks it until the transaction ends; empty when the claim was lost. */
    Optional<Expansion> lock(Expansion claimed) {
        return jdbc.sql("SELECT batch_id FROM expansions WHERE batch_id = :batchId AND owner = :owner FOR UPDATE")
                .param("batchId", claimed.batch().id())
                .param("owner", claimed.owner())
                .query(UUID.class)
                .optional()
                .flatMap(batchId -> read(batchId, claimed.owner()));
    }

    private Optional<Expansion> read(UUID batchId, UUID owner) {
        return batches.find(batchId)
                .flatMap(batch -> jdbc.sql("SELECT cursor, attempts FROM expansions WHERE batch_id = :batchId")
                        .param("batchId", batchId)
                        .query((row, number) ->
                                new Expansion(batch, owner, row.getString("cursor"), row.getInt("attempts")))
                        .optional());
    }

    /** Moves a locked one to its next page and renews its lease. */
    void advance(Expansion locked, @Nullable String cursor) {
        jdbc.sql("""
                UPDATE expansions
                SET cursor = :cursor, attempts = 0, leased_until = clock_timestamp() + make_interval(secs => :lease)
                WHERE batch_id = :batchId
                """)
                .param("batchId", locked.batch().id())
                .param("cursor", cursor)
                .param("lease", seconds(lease))
                .update();
    }

    /** Lets go of it until then. */
    void postpone(Expansion claimed, Duration delay) {
        jdbc.sql("""
                UPDATE expansions
                SET attempts = attempts + 1, owner = NULL, leased_until = NULL,
                    due_at = clock_timestamp() + make_interval(secs => :delay)
                WHERE batch_id = :batchId AND owner = :owner
                """)
                .param("batchId", claimed.batch().id())
                .param("owner", claimed.owner())
                .param("delay", seconds(delay))
                .update();
    }

    void remove(Expansion locked) {
        jdbc.sql("DELETE FROM expansions WHERE batch_id = :batchId")
                .param("batchId", locked.batch().id())
                .update();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}

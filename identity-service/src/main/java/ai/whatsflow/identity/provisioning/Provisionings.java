package ai.whatsflow.identity.provisioning;

import ai.whatsflow.identity.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tasks. Their times are the database's: it is the one clock that all replicas share. */
@Repository
class Provisionings {

    private final JdbcClient jdbc;

    Provisionings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks for these users to be brought in line, within the caller's transaction. */
    void request(Collection<UUID> userIds) {
        requestWhere("id = ANY(:ids::uuid[])", userIds.toArray(UUID[]::new));
    }

    /** Asks for every user of the account and of those below it. */
    void requestBelow(UUID accountId) {
        requestWhere("account_id IN (SELECT id FROM accounts WHERE path @> :ids::uuid[])", new UUID[] {accountId});
    }

    private void requestWhere(String condition, UUID[] ids) {
        jdbc.sql("INSERT INTO provisionings AS p (user_id, due_at) SELECT id, now() FROM users WHERE " + condition
                        + """
                         ORDER BY id
                        ON CONFLICT (user_id) DO UPDATE
                        SET requested = p.requested + 1, due_at = now(), attempts = 0
                        """)
                .param("ids", ids)
                .update();
    }

    /** The task that waits longest and is nobody's, which nobody else gets until the lease has run out. */
    @Transactional
    public Optional<ProvisioningTask> claim(UUID lease, Duration leaseTime) {
        return jdbc.sql("""
                UPDATE provisionings p
                SET lease = :lease, lease_until = now() + :leaseTime::interval, attempts = p.attempts + 1
                FROM (SELECT user_id FROM provisionings
                      WHERE due_at <= now() AND (lease_until IS NULL OR lease_until < now())
                      ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED) due
                WHERE p.user_id = due.user_id
                RETURNING p.user_id, p.subject, p.invited_at, p.requested, p.attempts, p.lease
                """)
                .param("lease", lease)
                .param("leaseTime", leaseTime.toString())
                .query(Provisionings::read)
                .optional();
    }

    /** A sign-in that we have not seen before has not been invited either. */
    void found(UUID userId, String subject) {
        jdbc.sql("""
                UPDATE provisionings SET subject = :subject, invited_at = NULL
                WHERE user_id = :userId AND subject IS DISTINCT FROM :subject
                """).param("userId", userId).param("subject", subject).update();
    }

    void invited(UUID userId, String subject) {
        jdbc.sql("UPDATE provisionings SET invited_at = now() WHERE user_id = :userId AND subject = :subject")
                .param("userId", userId)
                .param("subject", subject)
                .update();
    }

    /** Done, unless it was requested again meanwhile; false if the lease is another's now. */
    boolean done(ProvisioningTask task) {
        return jdbc.sql("""
                UPDATE provisionings
                SET lease = NULL, lease_until = NULL, last_error = NULL, attempts = 0,
                    due_at = CASE WHEN requested = :requested THEN NULL ELSE now() END
                WHERE user_id = :userId AND lease = :lease
                """)
                        .param("userId", task.userId())
                        .param("requested", task.requested())
                        .param("lease", task.lease())
                        .update()
                == 1;
    }

    void failed(ProvisioningTask task, Duration wait, String error) {
        jdbc.sql("""
                UPDATE provisionings
                SET lease = NULL, lease_until = NULL, last_error = :error, due_at = now() + :wait::interval
                WHERE user_id = :userId AND lease = :lease
                """)
                .param("userId", task.userId())
                .param("lease", task.lease())
                .param("wait", wait.toString())
                .param("error", error)
                .update();
    }

    /** How many tasks wait, and how long the oldest has been due. */
    Backlog backlog() {
        return jdbc.sql("""
                SELECT count(*) AS tasks, count(*) FILTER (WHERE attempts > 3) AS struggling
                FROM provisionings WHERE due_at IS NOT NULL
                """)
                .query((row, number) -> new Backlog(row.getLong("tasks"), row.getLong("struggling")))
                .single();
    }

    /** Those with a sign-in and without a task, in the order of their ids. */
    List<Settled> settledAfter(UUID userId, int limit) {
        return jdbc.sql("""
                SELECT user_id, subject FROM provisionings
                WHERE user_id > :after AND subject IS NOT NULL AND due_at IS NULL ORDER BY user_id LIMIT :limit
                """)
                .param("after", userId)
                .param("limit", limit)
                .query((row, number) -> new Settled(Columns.uuid(row, "user_id"), row.getString("subject")))
                .list();
    }

    private static ProvisioningTask read(ResultSet row, int number) throws SQLException {
        return new ProvisioningTask(
                Columns.uuid(row, "user_id"),
                row.getString("subject"),
                Columns.instantOrNull(row, "invited_at") != null,
                row.getLong("requested"),
                row.getInt("attempts"),
                Columns.uuid(row, "lease"));
    }

    record Backlog(long tasks, long struggling) {}

    record Settled(UUID userId, String subject) {}
}

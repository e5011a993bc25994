package ai.whatsflow.instance.dispatch;

import ai.whatsflow.instance.sql.UtcTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDispatches implements Dispatches {

    private final JdbcClient jdbc;

    JdbcDispatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Inserted> insert(List<QueuedMessage> messages) {
        return jdbc.sql("""
                        INSERT INTO dispatches (message_id, instance_id, account_id, recipient, body, queued_at,
                                                expires_at, status, rank, reason)
                        SELECT q.message_id, q.instance_id, q.account_id, q.recipient, q.body, q.queued_at,
                               q.expires_at,
                               CASE WHEN i.id IS NULL THEN 'FAILED' ELSE 'PENDING' END,
                               CASE WHEN i.id IS NULL THEN 1 ELSE 0 END,
                               CASE WHEN i.id IS NULL THEN :unknown END
                        FROM unnest(:ids::uuid[], :instances::uuid[], :accounts::uuid[], :recipients::text[],
                                    :bodies::text[], :queued::timestamptz[], :expires::timestamptz[])
                            WITH ORDINALITY
                            AS q (message_id, instance_id, account_id, recipient, body, queued_at, expires_at, ord)
                        LEFT JOIN instances i
                          ON i.id = q.instance_id AND i.account_id = q.account_id AND i.deleted_at IS NULL
                        ORDER BY q.ord
                        ON CONFLICT (message_id) DO NOTHING
                        RETURNING message_id, instance_id, account_id, position, status
                        """)
                .param("unknown", FailureReason.INSTANCE_UNKNOWN)
                .param("ids", messages.stream().map(QueuedMessage::messageId).toArray(UUID[]::new))
                .param(
                        "instances",
                        messages.stream().map(QueuedMessage::instanceId).toArray(UUID[]::new))
                .param(
                        "accounts",
                        messages.stream().map(QueuedMessage::accountId).toArray(UUID[]::new))
                .param("recipients", messages.stream().map(QueuedMessage::to).toArray(String[]::new))
                .param("bodies", messages.stream().map(QueuedMessage::text).toArray(String[]::new))
                .param(
                        "queued",
                        messages.stream()
                                .map(each -> each.queuedAt().toString())
                                .toArray(String[]::new))
                .param(
                        "expires",
                        messages.stream()
                                .map(each -> each.expiresAt().toString())
                                .toArray(String[]::new))
                .query((row, number) -> new Inserted(
                        row.getObject("message_id", UUID.class),
                        row.getObject("instance_id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        row.getLong("position"),
                        DispatchStatus.valueOf(row.getString("status"))))
                .list();
    }

    /** Lane by lane: over a join of several lanes the planner reads all there is of the week. */
    @Override
    public Map<UUID, Open> open(Collection<Lane> lanes) {
        List<Lane> asked = lanes.stream().filter(Lane::hasInFlight).toList();
        if (asked.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        SELECT q.instance_id, d.oldest, d.open
                        FROM unnest(:ids::uuid[], :settled::bigint[], :submitted::bigint[])
                            AS q (instance_id, settled, submitted)
                        CROSS JOIN LATERAL (
                            SELECT min(position) AS oldest, count(*) AS open FROM dispatches
                            WHERE instance_id = q.instance_id AND position > q.settled AND position <= q.submitted
                              AND status = 'PENDING') AS d
                        WHERE d.open > 0
                        """)
                .param("ids", asked.stream().map(Lane::instanceId).toArray(UUID[]::new))
                .param("settled", asked.stream().map(Lane::settledThrough).toArray(Long[]::new))
                .param("submitted", asked.stream().map(Lane::submittedThrough).toArray(Long[]::new))
                .query((row, number) ->
                        new Open(row.getObject("instance_id", UUID.class), row.getLong("oldest"), row.getInt("open")))
                .list()
                .stream()
                .collect(Collectors.toMap(Open::instanceId, Function.identity()));
    }

    @Override
    public Map<UUID, List<Dispatch>> next(Collection<Slice> slices) {
        List<Slice> asked = slices.stream().filter(slice -> slice.most() > 0).toList();
        if (asked.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        SELECT d.* FROM unnest(:ids::uuid[], :after::bigint[], :most::bigint[])
                            AS q (instance_id, after, most)
                        CROSS JOIN LATERAL (
                            SELECT * FROM dispatches
                            WHERE instance_id = q.instance_id AND position > q.after AND status = 'PENDING'
                            ORDER BY position
                            LIMIT q.most) d
                        ORDER BY d.instance_id, d.position
                        """)
                .param("ids", asked.stream().map(Slice::instanceId).toArray(UUID[]::new))
                .param("after", asked.stream().map(Slice::after).toArray(Long[]::new))
                .param("most", asked.stream().map(slice -> (long) slice.most()).toArray(Long[]::new))
                .query((row, number) -> new Dispatch(
                        row.getObject("message_id", UUID.class),
                        row.getObject("instance_id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        row.getLong("position"),
                        row.getString("recipient"),
                        row.getString("body"),
                        UtcTime.read(row, "expires_at")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Dispatch::instanceId));
    }

    /** Found lane by lane, as above; locked in the order of their ids. */
    @Override
    public List<Overdue> lockOverdue(int limit) {
        return jdbc.sql("""
                        WITH overdue AS (
                            SELECT d.message_id, i.deleted_at IS NOT NULL AS deleted,
                                   d.position <= l.ever_submitted AS submitted
                            FROM lanes l
                            JOIN instances i ON i.id = l.instance_id
                            CROSS JOIN LATERAL (
                                SELECT message_id, position FROM dispatches
                                WHERE instance_id = l.instance_id AND position > l.settled_through
                                  AND status = 'PENDING'
                                  AND (expires_at <= clock_timestamp() OR i.deleted_at IS NOT NULL)
                                ORDER BY position
                                LIMIT :limit) AS d
                            WHERE l.has_work
                            ORDER BY d.message_id
                            LIMIT :limit)
                        SELECT d.message_id, d.instance_id, o.deleted, o.submitted
                        FROM overdue o JOIN dispatches d USING (message_id)
                        WHERE d.status = 'PENDING'
                        ORDER BY d.message_id
                        FOR UPDATE OF d SKIP LOCKED
                        """)
                .param("limit", limit)
                .query((row, number) -> new Overdue(
                        row.getObject("message_id", UUID.class),
                        row.getObject("instance_id", UUID.class),
                        row.getBoolean("deleted"),
                        row.getBoolean("submitted")))
                .list();
    }
}

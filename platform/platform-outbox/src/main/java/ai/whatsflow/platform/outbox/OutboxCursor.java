package ai.whatsflow.platform.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the outbox by snapshots, as PgQ does: a batch is what a newer snapshot, the target, sees and the relayed one
 * does not, in the order of {@code seq}. A cursor by sequence or transaction id would skip a transaction that took its
 * number early and committed late. A target that one batch does not exhaust is stored, so that whoever goes on keeps
 * the order. Every move of the cursor names the fence under which it was made; a relay that was replaced moves
 * nothing. Confined to the relay's thread and connection.
 */
final class OutboxCursor {

    /** A row holds up to 1 MB: a batch ends with the row that reaches this. */
    private static final int BATCH_BYTES = 4 * 1024 * 1024;

    /** Transactions that the relayed snapshot saw in progress; their rows may lie far before the others. */
    private static final String LATE = "pg_snapshot_xip((SELECT relayed FROM outbox_cursor)) AS late(xid)";

    /** Writes nothing, so that an idle relay costs one look. Adding 0 keeps the planner from walking all of seq. */
    private static final String OPEN = """
            SELECT coalesce(c.target, pg_current_snapshot())::text, c.target IS NOT NULL, c.after_seq,
                (SELECT min(o.seq + 0) FROM outbox o WHERE o.xid >= pg_snapshot_xmax(c.relayed)),
                EXISTS (SELECT FROM %s, LATERAL (SELECT FROM outbox o WHERE o.xid = late.xid LIMIT 1) AS found)
            FROM outbox_cursor c
            """.formatted(LATE);

    /**
     * Two index ranges, each read in order from where the batch before ended: no batch sorts the whole backlog, and none
     * walks what is relayed already. Late rows are asked for by transaction, one after the other: as a join the planner
     * would take all rows there are and look each of them up among a handful of transactions.
     */
    private static final String READ = """
            SELECT seq, id, topic, type, trace_parent, recorded_at, body, bytes_through FROM (
                SELECT *, sum(octet_length(body)) OVER (ORDER BY seq ROWS UNBOUNDED PRECEDING) AS bytes_through FROM (
                    (SELECT o.seq, o.id, o.topic, o.type, o.trace_parent, o.recorded_at, o.body FROM outbox o
                    WHERE o.seq > ? AND pg_visible_in_snapshot(o.xid, (SELECT ?::pg_snapshot))
                        AND NOT pg_visible_in_snapshot(o.xid, (SELECT relayed FROM outbox_cursor))
                    ORDER BY o.seq LIMIT ?)
                    UNION ALL
                    (SELECT o.* FROM %s, LATERAL (
                        SELECT o.seq, o.id, o.topic, o.type, o.trace_parent, o.recorded_at, o.body FROM outbox o
                        WHERE o.xid = late.xid AND o.seq > ? AND o.seq < ?
                        ORDER BY o.seq LIMIT ?) AS o
                    WHERE pg_visible_in_snapshot(late.xid, (SELECT ?::pg_snapshot))
                    ORDER BY o.seq LIMIT ?)
                    ORDER BY seq LIMIT ?) AS next) AS counted
            WHERE bytes_through - octet_length(body) < ? ORDER BY seq
            """.formatted(LATE);

    private static final String CLOSE = """
            UPDATE outbox_cursor SET relayed = ?::pg_snapshot, target = NULL, after_seq = ?, moved_at = now()
            WHERE fence = ?
            """;

    private static final String ADVANCE = """
            UPDATE outbox_cursor SET target = ?::pg_snapshot, after_seq = ?, moved_at = now() WHERE fence = ?
            """;

    private final Connection connection;
    private final int batchRows;
    private final long fence;
    private @Nullable String target;
    private long afterSeq;
    private long firstSeq;
    private boolean exhausted;

    private OutboxCursor(Connection connection, int batchRows, long fence) {
        this.connection = connection;
        this.batchRows = batchRows;
        this.fence = fence;
    }

    /**
     * Takes the cursor over if no other process holds it; the lock lives as long as the connection, and the connection
     * only as long as something is said on it.
     */
    static Optional<OutboxCursor> tryTakeOver(Connection connection, OutboxProperties properties) throws SQLException {
        if (!queryBoolean(connection, "SELECT pg_try_advisory_lock(hashtext('outbox_relay'))")) {
            return Optional.empty();
        }
        try (Statement limit = connection.createStatement()) {
            limit.execute("SET idle_session_timeout = " + properties.silence().toMillis());
        }
        try (PreparedStatement raise =
                        connection.prepareStatement("UPDATE outbox_cursor SET fence = fence + 1 RETURNING fence");
                ResultSet row = raise.executeQuery()) {
            row.next();
            return Optional.of(new OutboxCursor(connection, properties.batchRows(), row.getLong(1)));
        }
    }

    /** The next rows in order; empty when there is nothing new. */
    List<OutboxRow> read() throws SQLException {
        if (target == null && !openTarget()) {
            return List.of();
        }
        List<OutboxRow> rows = new ArrayList<>();
        long bytes = 0;
        try (PreparedStatement select = connection.prepareStatement(READ)) {
            select.setLong(1, Math.max(afterSeq, firstSeq - 1));
            select.setString(2, target);
            select.setInt(3, batchRows);
            select.setLong(4, afterSeq);
            select.setLong(5, firstSeq);
            select.setInt(6, batchRows);
            select.setString(7, target);
            select.setInt(8, batchRows);
            select.setInt(9, batchRows);
            select.setInt(10, BATCH_BYTES);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new OutboxRow(
                            row.getLong(1),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getObject(6, OffsetDateTime.class).toInstant(),
                            row.getString(7)));
                    bytes = row.getLong(8);
                }
            }
        }
        exhausted = rows.size() < batchRows && bytes < BATCH_BYTES;
        if (rows.isEmpty()) {
            moveTo(afterSeq);
        }
        return rows;
    }

    /** Whether the last rows were all that was there when they were looked for. */
    boolean isExhausted() {
        return exhausted;
    }

    /**
     * Records that everything up to this row is on Kafka.
     *
     * @throws FencedException if another relay has taken over
     */
    void moveTo(long seq) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(exhausted ? CLOSE : ADVANCE)) {
            update.setString(1, target);
            update.setLong(2, exhausted ? 0 : seq);
            update.setLong(3, fence);
            if (update.executeUpdate() == 0) {
                throw new FencedException();
            }
        }
        afterSeq = seq;
        if (exhausted) {
            target = null;
        }
    }

    private boolean openTarget() throws SQLException {
        try (PreparedStatement look = connection.prepareStatement(OPEN);
                ResultSet row = look.executeQuery()) {
            row.next();
            firstSeq = row.getLong(4);
            boolean isNew = !row.wasNull();
            if (!isNew) {
                firstSeq = Long.MAX_VALUE;
            }
            boolean stored = row.getBoolean(2);
            if (!stored && !isNew && !row.getBoolean(5)) {
                return false;
            }
            target = row.getString(1);
            afterSeq = stored ? row.getLong(3) : 0;
            return true;
        }
    }

    private static boolean queryBoolean(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Another relay took over while this one was away. */
    static final class FencedException extends RuntimeException {}
}

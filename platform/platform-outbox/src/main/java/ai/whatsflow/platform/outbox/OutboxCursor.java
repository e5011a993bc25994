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

/**
 * Reads the outbox by snapshots, as PgQ does: a batch is what a newer snapshot sees and the relayed one does not, in
 * the order of {@code seq}. A cursor by sequence or transaction id would skip a transaction that took its number early
 * and committed late. Every move of the cursor names the fence under which it was made; a relay that was replaced
 * moves nothing. Confined to the relay's thread and connection.
 */
final class OutboxCursor {

    /** Two index ranges: transactions that were in progress in the relayed snapshot, and those that came later. */
    private static final String READ = """
            WITH c AS MATERIALIZED (SELECT relayed, target, after_seq FROM outbox_cursor),
            fresh AS (
                SELECT o.seq, o.id, o.topic, o.type, o.trace_parent, o.recorded_at, o.body
                FROM c, LATERAL pg_snapshot_xip(c.relayed) AS late(xid)
                JOIN outbox o ON o.xid = late.xid
                WHERE pg_visible_in_snapshot(o.xid, c.target) AND o.seq > c.after_seq
                UNION ALL
                SELECT o.seq, o.id, o.topic, o.type, o.trace_parent, o.recorded_at, o.body
                FROM c JOIN outbox o
                  ON o.xid >= pg_snapshot_xmax(c.relayed) AND o.xid < pg_snapshot_xmax(c.target)
                WHERE pg_visible_in_snapshot(o.xid, c.target) AND o.seq > c.after_seq)
            SELECT * FROM fresh ORDER BY seq LIMIT ?
            """;

    /** Opens a target only if there is something to relay, so that an idle relay writes nothing. */
    private static final String OPEN = """
            UPDATE outbox_cursor c SET target = pg_current_snapshot(), after_seq = 0
            WHERE c.fence = ? AND c.target IS NULL AND (
                EXISTS (SELECT FROM outbox o WHERE o.xid >= pg_snapshot_xmax(c.relayed))
                OR EXISTS (SELECT FROM pg_snapshot_xip(c.relayed) AS late(xid) JOIN outbox o ON o.xid = late.xid))
            """;

    private final Connection connection;
    private final int batchRows;
    private final long fence;
    private boolean targetOpen;

    private OutboxCursor(Connection connection, int batchRows, long fence, boolean targetOpen) {
        this.connection = connection;
        this.batchRows = batchRows;
        this.fence = fence;
        this.targetOpen = targetOpen;
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
        try (PreparedStatement raise = connection.prepareStatement(
                        "UPDATE outbox_cursor SET fence = fence + 1 RETURNING fence, target IS NOT NULL");
                ResultSet row = raise.executeQuery()) {
            row.next();
            return Optional.of(new OutboxCursor(connection, properties.batchRows(), row.getLong(1), row.getBoolean(2)));
        }
    }

    /** The next rows in order; empty when there is nothing new. */
    List<OutboxRow> read() throws SQLException {
        if (!openTarget()) {
            return List.of();
        }
        List<OutboxRow> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(READ)) {
            select.setInt(1, batchRows);
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
                }
            }
        }
        if (rows.isEmpty()) {
            closeTarget();
        }
        return rows;
    }

    /**
     * Records that everything up to this row is on Kafka.
     *
     * @throws FencedException if another relay has taken over
     */
    void moveTo(long seq) throws SQLException {
        move("UPDATE outbox_cursor SET after_seq = ?, moved_at = now() WHERE fence = ?", seq);
    }

    private boolean openTarget() throws SQLException {
        if (!targetOpen) {
            try (PreparedStatement open = connection.prepareStatement(OPEN)) {
                open.setLong(1, fence);
                targetOpen = open.executeUpdate() > 0;
            }
        }
        return targetOpen;
    }

    private void closeTarget() throws SQLException {
        move(
                "UPDATE outbox_cursor SET relayed = target, target = NULL, after_seq = ? , moved_at = now()"
                        + " WHERE fence = ? AND target IS NOT NULL",
                0);
        targetOpen = false;
    }

    private void move(String sql, long seq) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, seq);
            update.setLong(2, fence);
            if (update.executeUpdate() == 0) {
                throw new FencedException();
            }
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

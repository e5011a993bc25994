package ai.whatsflow.platform.inbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of events whose effects are committed, and of those that are parked. */
class Inbox {

    private final JdbcTemplate jdbc;

    Inbox(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Claims these events for the open transaction; what another transaction has claimed is not in the answer. */
    Set<UUID> claim(String consumer, Collection<UUID> events) {
        UUID[] ids = events.toArray(UUID[]::new);
        Arrays.sort(ids);
        return new HashSet<>(jdbc.query(
                "INSERT INTO inbox (consumer, event_id) SELECT ?, unnest(?::uuid[])"
                        + " ON CONFLICT DO NOTHING RETURNING event_id",
                (row, number) -> row.getObject(1, UUID.class),
                consumer,
                ids));
    }

    boolean isQueuedBehindParked(String consumer, Incoming incoming) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT FROM inbox_parked WHERE consumer = ? AND topic = ? AND event_key = ?)",
                Boolean.class,
                consumer,
                incoming.topic(),
                incoming.key()));
    }

    /** The keys of these topics that have something parked; empty almost always. */
    Set<String> parkedKeys(String consumer) {
        return new HashSet<>(jdbc.query(
                "SELECT DISTINCT topic || '/' || event_key FROM inbox_parked WHERE consumer = ?",
                (row, number) -> row.getString(1),
                consumer));
    }

    void park(String consumer, Incoming incoming, String reason) {
        jdbc.update(
                "INSERT INTO inbox_parked (consumer, topic, partition, position, event_key, event_id, event_type,"
                        + " event_time, body, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                consumer,
                incoming.topic(),
                incoming.partition(),
                incoming.position(),
                incoming.key(),
                incoming.id(),
                incoming.type(),
                java.sql.Timestamp.from(incoming.time()),
                incoming.body(),
                reason);
    }

    List<ParkedRecord> parked(String consumer, String topic, String key) {
        return jdbc.query(
                "SELECT id, topic, partition, position, event_key, event_id, event_type, event_time, body"
                        + " FROM inbox_parked WHERE consumer = ? AND topic = ? AND event_key = ? ORDER BY id FOR UPDATE",
                (row, number) -> new ParkedRecord(
                        row.getLong(1),
                        new Incoming(
                                row.getString(2),
                                row.getInt(3),
                                row.getLong(4),
                                row.getString(5),
                                row.getObject(6, UUID.class),
                                row.getString(7),
                                row.getTimestamp(8).toInstant(),
                                row.getString(9))),
                consumer,
                topic,
                key);
    }

    void unpark(long id) {
        jdbc.update("DELETE FROM inbox_parked WHERE id = ?", id);
    }

    long countParked() {
        Long count = jdbc.queryForObject("SELECT count(*) FROM inbox_parked", Long.class);
        return count == null ? 0 : count;
    }

    int forget(Duration age) {
        return jdbc.update("DELETE FROM inbox WHERE received_at < now() - make_interval(secs => ?)", age.toSeconds());
    }

    record ParkedRecord(long id, Incoming incoming) {}
}

package ai.whatsflow.instance.assignment;

import ai.whatsflow.instance.sql.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAssignments implements Assignments {

    private static final RowMapper<Assignment> ROWS = (row, number) -> assignment(row);

    private final JdbcClient jdbc;

    JdbcAssignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Assignment> find(UUID instanceId) {
        return jdbc.sql("SELECT * FROM assignments WHERE instance_id = :id")
                .param("id", instanceId)
                .query(ROWS)
                .optional();
    }

    @Override
    public void request(UUID instanceId, String engine) {
        jdbc.sql("""
                        INSERT INTO assignments AS a (instance_id, engine) VALUES (:id, :engine)
                        ON CONFLICT (instance_id) DO UPDATE
                        SET phase = 'STOPPING', command_after = clock_timestamp()
                        WHERE a.phase = ANY (:stoppable::text[])
                        """)
                .param("stoppable", AssignmentPhase.STOPPING.previous())
                .param("id", instanceId)
                .param("engine", engine)
                .update();
    }

    @Override
    public boolean becomePlacer() {
        return Boolean.TRUE.equals(jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended('placement', 0))")
                .query(Boolean.class)
                .single());
    }

    @Override
    public List<Assignment> lockPossiblyFree(Collection<String> engines, int limit) {
        return jdbc.sql("""
                        SELECT a.* FROM assignments a
                        JOIN instances i ON i.id = a.instance_id
                        LEFT JOIN nodes n ON n.server_id = a.server_id
                        WHERE a.engine = ANY (:engines::text[])
                          AND i.state NOT IN ('LOGGED_OUT', 'DELETED')
                          AND NOT (i.state = 'STOPPED' AND coalesce(i.reason, '') = 'pairing-timed-out')
                          AND (a.phase = 'VACANT'
                               OR a.expires_at <= clock_timestamp()
                               OR n.boot_id IS DISTINCT FROM a.boot_id)
                        ORDER BY a.phase = 'VACANT' DESC, a.instance_id
                        LIMIT :limit
                        FOR UPDATE OF a SKIP LOCKED
                        """)
                .param("engines", engines.toArray(String[]::new))
                .param("limit", limit)
                .query(ROWS)
                .list();
    }

    @Override
    public Map<UUID, Integer> loads() {
        record Load(UUID serverId, int sessions) {}
        return jdbc
                .sql("SELECT server_id, count(*) AS sessions FROM assignments WHERE server_id IS NOT NULL GROUP BY 1")
                .query((row, number) -> new Load(row.getObject(1, UUID.class), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Load::serverId, Load::sessions));
    }

    @Override
    public List<Assignment> assign(List<Placed> placed, Duration lease) {
        return jdbc.sql("""
                        WITH assigned AS (
                            UPDATE assignments a
                            SET server_id = q.server_id, boot_id = q.boot_id, epoch = a.epoch + 1,
                                phase = 'STARTING', command_after = clock_timestamp(),
                                expires_at = clock_timestamp() + :lease * interval '1 millisecond'
                            FROM unnest(:ids::uuid[], :servers::uuid[], :boots::uuid[])
                                AS q (instance_id, server_id, boot_id)
                            WHERE a.instance_id = q.instance_id
                            RETURNING a.*),
                        recorded AS (
                            INSERT INTO epochs (instance_id, epoch, server_id, boot_id)
                            SELECT instance_id, epoch, server_id, boot_id FROM assigned)
                        SELECT * FROM assigned
                        """)
                .param("lease", lease.toMillis())
                .param("ids", placed.stream().map(Placed::instanceId).toArray(UUID[]::new))
                .param("servers", placed.stream().map(Placed::serverId).toArray(UUID[]::new))
                .param("boots", placed.stream().map(Placed::bootId).toArray(UUID[]::new))
                .query(ROWS)
                .list();
    }

    @Override
    public int stopUnwanted() {
        return jdbc.sql("""
                        UPDATE assignments SET phase = 'STOPPING', command_after = clock_timestamp()
                        WHERE instance_id IN (
                            SELECT a.instance_id FROM assignments a
                            JOIN instances i ON i.id = a.instance_id
                            WHERE a.phase = ANY (:stoppable::text[])
                              AND (i.state IN ('LOGGED_OUT', 'DELETED')
                                   OR i.state = 'STOPPED' AND i.reason = 'pairing-timed-out')
                            FOR UPDATE OF a SKIP LOCKED)
                        """)
                .param("stoppable", AssignmentPhase.STOPPING.previous())
                .update();
    }

    @Override
    public int drain(UUID serverId, Collection<String> enginesElsewhere, int atOnce) {
        return jdbc.sql("""
                        UPDATE assignments SET phase = 'STOPPING', command_after = clock_timestamp()
                        WHERE instance_id IN (
                            SELECT instance_id FROM assignments
                            WHERE server_id = :server AND phase = 'RUNNING' AND engine = ANY (:engines::text[])
                            LIMIT greatest(0, :atOnce - (SELECT count(*) FROM assignments
                                                         WHERE server_id = :server AND phase = 'STOPPING'))
                            FOR UPDATE SKIP LOCKED)
                        """)
                .param("server", serverId)
                .param("engines", enginesElsewhere.toArray(String[]::new))
                .param("atOnce", atOnce)
                .update();
    }

    @Override
    public Set<Held> held(UUID serverId, Collection<Held> claimed) {
        List<Held> asked = List.copyOf(claimed);
        return Set.copyOf(jdbc.sql("""
                        SELECT DISTINCT e.instance_id, e.epoch
                        FROM unnest(:ids::uuid[], :epochs::bigint[]) AS q (instance_id, epoch)
                        JOIN epochs e ON e.instance_id = q.instance_id AND e.epoch = q.epoch
                        WHERE e.server_id = :server
                        """)
                .param("server", serverId)
                .param("ids", asked.stream().map(Held::instanceId).toArray(UUID[]::new))
                .param("epochs", asked.stream().map(Held::epoch).toArray(Long[]::new))
                .query((row, number) -> new Held(row.getObject(1, UUID.class), row.getLong(2)))
                .list());
    }

    static Assignment assignment(ResultSet row) throws SQLException {
        UUID server = row.getObject("server_id", UUID.class);
        return new Assignment(
                row.getObject("instance_id", UUID.class),
                row.getString("engine"),
                AssignmentPhase.valueOf(row.getString("phase")),
                row.getLong("epoch"),
                server == null
                        ? null
                        : new Assignment.Lease(
                                server, row.getObject("boot_id", UUID.class), UtcTime.read(row, "expires_at")));
    }
}

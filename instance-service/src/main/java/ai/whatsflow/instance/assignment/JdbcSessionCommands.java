package ai.whatsflow.instance.assignment;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSessionCommands implements SessionCommands {

    private final JdbcClient jdbc;

    JdbcSessionCommands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Due> take(UUID serverId, UUID bootId, Duration again, int limit) {
        return jdbc.sql("""
                        WITH due AS (
                            SELECT instance_id FROM assignments
                            WHERE server_id = :server AND boot_id = :boot
                              AND phase IN ('STARTING', 'STOPPING')
                              AND command_after <= clock_timestamp() AND expires_at > clock_timestamp()
                            ORDER BY command_after
                            LIMIT :limit
                            FOR UPDATE SKIP LOCKED)
                        UPDATE assignments a
                        SET command_after = clock_timestamp() + :again * interval '1 millisecond'
                        FROM due WHERE a.instance_id = due.instance_id
                        RETURNING a.*, extract(epoch FROM a.expires_at - clock_timestamp()) * 1000 AS left_ms,
                                  clock_timestamp() AS now
                        """)
                .param("server", serverId)
                .param("boot", bootId)
                .param("again", again.toMillis())
                .param("limit", limit)
                .query((row, number) -> new Due(
                        row.getObject("instance_id", UUID.class),
                        row.getString("engine"),
                        AssignmentPhase.valueOf(row.getString("phase")),
                        row.getLong("epoch"),
                        Duration.ofMillis(row.getLong("left_ms")),
                        row.getObject("now", java.time.OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public void started(Collection<Held> taken) {
        List<Held> held = List.copyOf(taken);
        jdbc.sql("""
                        WITH mine AS (
                            SELECT a.instance_id FROM assignments a
                            JOIN unnest(:ids::uuid[], :epochs::bigint[]) AS q (instance_id, epoch)
                              ON q.instance_id = a.instance_id AND q.epoch = a.epoch
                            WHERE a.phase = ANY (:startable::text[])
                            ORDER BY a.instance_id
                            FOR UPDATE OF a)
                        UPDATE assignments a SET phase = 'RUNNING'
                        FROM mine WHERE a.instance_id = mine.instance_id
                        """)
                .param("startable", AssignmentPhase.RUNNING.previous())
                .param("ids", held.stream().map(Held::instanceId).toArray(UUID[]::new))
                .param("epochs", held.stream().map(Held::epoch).toArray(Long[]::new))
                .update();
    }
}

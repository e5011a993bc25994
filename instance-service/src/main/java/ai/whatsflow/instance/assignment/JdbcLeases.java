package ai.whatsflow.instance.assignment;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLeases implements Leases {

    private final JdbcClient jdbc;

    JdbcLeases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> renew(UUID serverId, UUID bootId, List<Held> held, Duration lease) {
        return new HashSet<>(jdbc.sql("""
                        WITH mine AS (
                            SELECT a.instance_id FROM assignments a
                            JOIN unnest(:ids::uuid[], :epochs::bigint[]) AS q (instance_id, epoch)
                              ON q.instance_id = a.instance_id AND q.epoch = a.epoch
                            WHERE a.server_id = :server AND a.boot_id = :boot
                            ORDER BY a.instance_id
                            FOR UPDATE OF a)
                        UPDATE assignments a
                        SET expires_at = now() + :lease * interval '1 millisecond',
                            phase = CASE a.phase WHEN 'STARTING' THEN 'RUNNING' ELSE a.phase END
                        FROM mine WHERE a.instance_id = mine.instance_id
                        RETURNING a.instance_id
                        """)
                .param("ids", ids(held))
                .param("epochs", epochs(held))
                .param("server", serverId)
                .param("boot", bootId)
                .param("lease", lease.toMillis())
                .query(UUID.class)
                .list());
    }

    @Override
    public Set<UUID> known(List<Held> held) {
        return new HashSet<>(jdbc.sql("SELECT instance_id FROM assignments WHERE instance_id = ANY (:ids::uuid[])")
                .param("ids", ids(held))
                .query(UUID.class)
                .list());
    }

    @Override
    public int release(UUID serverId, UUID bootId, List<Held> held) {
        return jdbc.sql("""
                        WITH mine AS (
                            SELECT a.instance_id FROM assignments a
                            JOIN unnest(:ids::uuid[], :epochs::bigint[]) AS q (instance_id, epoch)
                              ON q.instance_id = a.instance_id AND q.epoch = a.epoch
                            WHERE a.server_id = :server AND a.boot_id = :boot
                            ORDER BY a.instance_id
                            FOR UPDATE OF a)
                        UPDATE assignments a
                        SET phase = 'VACANT', server_id = NULL, boot_id = NULL, expires_at = NULL
                        FROM mine WHERE a.instance_id = mine.instance_id
                        """)
                .param("ids", ids(held))
                .param("epochs", epochs(held))
                .param("server", serverId)
                .param("boot", bootId)
                .update();
    }

    private static UUID[] ids(List<Held> held) {
        return held.stream().map(Held::instanceId).toArray(UUID[]::new);
    }

    private static Long[] epochs(List<Held> held) {
        return held.stream().map(Held::epoch).toArray(Long[]::new);
    }
}

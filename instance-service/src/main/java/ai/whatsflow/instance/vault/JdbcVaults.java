package ai.whatsflow.instance.vault;

import ai.whatsflow.instance.node.NodeCaller;
import ai.whatsflow.platform.encryption.Sealer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcVaults implements Vaults {

    private static final String BEGIN = """
            INSERT INTO vaults AS v (instance_id, version, epoch, sealed)
            SELECT q.instance_id, 1, q.epoch, q.sealed
            FROM unnest(:ids::uuid[], :epochs::bigint[], :expected::bigint[], :sealed::bytea[])
                AS q (instance_id, epoch, expected, sealed)
            ORDER BY q.instance_id
            ON CONFLICT (instance_id) DO UPDATE
            SET version = v.version + 1, epoch = excluded.epoch, sealed = excluded.sealed,
                saved_at = clock_timestamp(), tombstoned_at = NULL
            WHERE v.tombstoned_at IS NOT NULL AND v.epoch <= excluded.epoch
            RETURNING v.instance_id, v.version
            """;

    private static final String FOLLOW = """
            WITH mine AS (
                SELECT v.instance_id, q.epoch, q.sealed
                FROM unnest(:ids::uuid[], :epochs::bigint[], :expected::bigint[], :sealed::bytea[])
                    AS q (instance_id, epoch, expected, sealed)
                JOIN vaults v ON v.instance_id = q.instance_id AND v.epoch <= q.epoch AND v.version = q.expected
                             AND v.tombstoned_at IS NULL
                ORDER BY v.instance_id
                FOR UPDATE OF v)
            UPDATE vaults v
            SET version = v.version + 1, epoch = mine.epoch, sealed = mine.sealed, saved_at = clock_timestamp()
            FROM mine WHERE v.instance_id = mine.instance_id
            RETURNING v.instance_id, v.version
            """;

    private final JdbcClient jdbc;
    private final Sealer sealer;

    JdbcVaults(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    @Override
    public Set<Claim> lockOwnership(NodeCaller node, Collection<Claim> claims) {
        return new HashSet<>(jdbc.sql("""
                        SELECT a.instance_id, a.epoch
                        FROM unnest(:ids::uuid[], :epochs::bigint[]) AS q (instance_id, epoch)
                        JOIN assignments a ON a.instance_id = q.instance_id AND a.epoch = q.epoch
                        JOIN instances i ON i.id = a.instance_id AND i.deleted_at IS NULL
                        WHERE a.server_id = :server AND a.boot_id = :boot
                        ORDER BY a.instance_id
                        FOR SHARE OF a
                        """)
                .param("ids", claims.stream().map(Claim::instanceId).toArray(UUID[]::new))
                .param("epochs", claims.stream().map(Claim::epoch).toArray(Long[]::new))
                .param("server", node.serverId())
                .param("boot", node.bootId())
                .query((row, number) -> new Claim(row.getObject("instance_id", UUID.class), row.getLong("epoch")))
                .list());
    }

    @Override
    public Map<UUID, VaultAnswer> find(Collection<UUID> instanceIds, long bytes) {
        Map<UUID, VaultAnswer> found = new HashMap<>();
        jdbc.sql("""
                        SELECT instance_id, version, CASE WHEN before < :bytes THEN sealed END AS sealed
                        FROM (SELECT *, sum(octet_length(sealed)) OVER (ORDER BY instance_id)
                                        - octet_length(sealed) AS before
                              FROM vaults WHERE instance_id = ANY (:ids::uuid[]) AND tombstoned_at IS NULL) AS asked
                        """)
                .param("ids", instanceIds.toArray(UUID[]::new))
                .param("bytes", bytes)
                .query(row -> {
                    UUID instanceId = row.getObject("instance_id", UUID.class);
                    byte[] sealed = row.getBytes("sealed");
                    found.put(
                            instanceId,
                            sealed == null
                                    ? new VaultAnswer.Later()
                                    : new VaultAnswer.Found(new VaultState(
                                            row.getLong("version"), sealer.open(sealed, context(instanceId)))));
                });
        return found;
    }

    @Override
    public Map<UUID, Long> save(Collection<VaultWrite> writes) {
        Map<UUID, Long> saved = new HashMap<>();
        write(BEGIN, writes.stream().filter(VaultWrite::begins).toList(), saved);
        write(FOLLOW, writes.stream().filter(write -> !write.begins()).toList(), saved);
        return saved;
    }

    private void write(String sql, List<VaultWrite> writes, Map<UUID, Long> saved) {
        if (writes.isEmpty()) {
            return;
        }
        jdbc.sql(sql)
                .param("ids", writes.stream().map(VaultWrite::instanceId).toArray(UUID[]::new))
                .param(
                        "epochs",
                        writes.stream().map(write -> write.claim().epoch()).toArray(Long[]::new))
                .param(
                        "expected",
                        writes.stream().map(VaultWrite::expectedVersion).toArray(Long[]::new))
                .param(
                        "sealed",
                        writes.stream()
                                .map(write -> sealer.seal(write.state(), context(write.instanceId())))
                                .toArray(byte[][]::new))
                .query(row -> {
                    saved.put(row.getObject("instance_id", UUID.class), row.getLong("version"));
                });
    }

    @Override
    public void tombstone(Collection<UUID> instanceIds) {
        jdbc.sql("""
                        UPDATE vaults SET tombstoned_at = clock_timestamp()
                        WHERE instance_id = ANY (:ids::uuid[]) AND tombstoned_at IS NULL
                        """).param("ids", instanceIds.toArray(UUID[]::new)).update();
    }

    @Override
    public void delete(UUID instanceId) {
        jdbc.sql("DELETE FROM vaults WHERE instance_id = :id")
                .param("id", instanceId)
                .update();
    }

    private static String context(UUID instanceId) {
        return "vault/" + instanceId;
    }
}

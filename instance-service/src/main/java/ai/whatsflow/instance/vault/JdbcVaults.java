package ai.whatsflow.instance.vault;

import ai.whatsflow.instance.node.NodeCaller;
import ai.whatsflow.platform.encryption.Sealer;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcVaults implements Vaults {

    private final JdbcClient jdbc;
    private final Sealer sealer;

    JdbcVaults(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    @Override
    public boolean lockOwnership(NodeCaller node, UUID instanceId, long epoch) {
        return jdbc.sql("""
                        SELECT 1 FROM assignments a
                        JOIN instances i ON i.id = a.instance_id AND i.deleted_at IS NULL
                        WHERE a.instance_id = :id AND a.epoch = :epoch
                          AND a.server_id = :server AND a.boot_id = :boot
                        FOR SHARE OF a
                        """)
                .param("id", instanceId)
                .param("epoch", epoch)
                .param("server", node.serverId())
                .param("boot", node.bootId())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public Optional<VaultState> find(UUID instanceId) {
        return jdbc.sql("SELECT version, sealed FROM vaults WHERE instance_id = :id AND tombstoned_at IS NULL")
                .param("id", instanceId)
                .query((row, number) -> new VaultState(
                        row.getLong("version"), sealer.open(row.getBytes("sealed"), context(instanceId))))
                .optional();
    }

    @Override
    public Optional<Long> save(UUID instanceId, long epoch, long expectedVersion, byte[] state) {
        String sql = expectedVersion == 0 ? """
                        INSERT INTO vaults AS v (instance_id, version, epoch, sealed)
                        VALUES (:id, 1, :epoch, :sealed)
                        ON CONFLICT (instance_id) DO UPDATE
                        SET version = v.version + 1, epoch = excluded.epoch, sealed = excluded.sealed,
                            saved_at = clock_timestamp(), tombstoned_at = NULL
                        WHERE v.tombstoned_at IS NOT NULL AND v.epoch <= excluded.epoch
                        RETURNING version
                        """ : """
                        UPDATE vaults
                        SET version = version + 1, epoch = :epoch, sealed = :sealed, saved_at = clock_timestamp()
                        WHERE instance_id = :id AND epoch <= :epoch AND version = :expected
                          AND tombstoned_at IS NULL
                        RETURNING version
                        """;
        return jdbc.sql(sql)
                .param("id", instanceId)
                .param("epoch", epoch)
                .param("expected", expectedVersion)
                .param("sealed", sealer.seal(state, context(instanceId)))
                .query(Long.class)
                .optional();
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

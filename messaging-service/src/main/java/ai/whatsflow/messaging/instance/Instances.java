package ai.whatsflow.messaging.instance;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Projection of instance.session; an older version never replaces a newer one. */
@Repository
public class Instances {

    private final JdbcClient jdbc;

    Instances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(UUID instanceId, long version, UUID accountId, String state) {
        jdbc.sql("""
                INSERT INTO instances (id, account_id, version, state)
                VALUES (:id, :accountId, :version, :state)
                ON CONFLICT (id) DO UPDATE
                SET version = excluded.version, state = excluded.state
                WHERE instances.version < excluded.version
                """)
                .param("id", instanceId)
                .param("accountId", accountId)
                .param("version", version)
                .param("state", state)
                .update();
    }

    /** Those of the instances that the account has. */
    Set<UUID> ownedBy(UUID accountId, Collection<UUID> instanceIds) {
        return new HashSet<>(jdbc.sql("""
                SELECT id FROM instances
                WHERE id = ANY(:ids::uuid[]) AND account_id = :accountId AND state <> 'DELETED'
                """)
                .param("ids", instanceIds.toArray(UUID[]::new))
                .param("accountId", accountId)
                .query(UUID.class)
                .list());
    }
}

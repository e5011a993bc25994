package ai.whatsflow.messaging.instance;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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

    /** Whose the instances are; without those that are unknown or deleted. */
    Map<UUID, UUID> owners(Collection<UUID> instanceIds) {
        Map<UUID, UUID> owners = new HashMap<>();
        jdbc.sql("SELECT id, account_id FROM instances WHERE id = ANY(:ids::uuid[]) AND state <> 'DELETED'")
                .param("ids", instanceIds.toArray(UUID[]::new))
                .query(row -> {
                    owners.put(row.getObject("id", UUID.class), row.getObject("account_id", UUID.class));
                });
        return owners;
    }
}

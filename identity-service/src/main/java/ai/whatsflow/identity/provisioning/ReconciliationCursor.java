package ai.whatsflow.identity.provisioning;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the reconciliation has come on its way round all users; shared by the replicas. */
@Repository
class ReconciliationCursor {

    private static final UUID BEGINNING = new UUID(0, 0);

    private final JdbcClient jdbc;

    ReconciliationCursor(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where to go on, for one replica in each interval. */
    Optional<UUID> take(Duration interval) {
        return jdbc.sql("""
                UPDATE reconciliation SET next_at = now() + :interval::interval
                WHERE next_at <= now() RETURNING coalesce(after_user, :beginning)
                """)
                .param("interval", interval.toString())
                .param("beginning", BEGINNING)
                .query(UUID.class)
                .optional();
    }

    /** Null begins the next round. */
    void moveTo(@Nullable UUID userId) {
        jdbc.sql("UPDATE reconciliation SET after_user = :userId")
                .param("userId", userId)
                .update();
    }
}

package ai.whatsflow.instance.dispatch;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStatusLedger implements StatusLedger {

    private final JdbcClient jdbc;

    JdbcStatusLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Risen> raise(List<Rise> rises) {
        if (rises.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        WITH due AS (
                            SELECT d.message_id, d.status AS before, q.status, q.rank, q.reason
                            FROM unnest(:ids::uuid[], :instances::uuid[], :statuses::text[], :ranks::smallint[],
                                        :reasons::text[]) AS q (message_id, instance_id, status, rank, reason)
                            JOIN dispatches d
                              ON d.message_id = q.message_id AND d.instance_id = q.instance_id AND d.rank < q.rank
                            ORDER BY d.message_id
                            FOR UPDATE OF d)
                        UPDATE dispatches d
                        SET status = due.status, rank = due.rank, reason = due.reason, changed_at = clock_timestamp()
                        FROM due WHERE d.message_id = due.message_id
                        RETURNING d.message_id, d.instance_id, d.account_id, due.before, due.reason
                        """)
                .param("ids", rises.stream().map(Rise::messageId).toArray(UUID[]::new))
                .param("instances", rises.stream().map(Rise::instanceId).toArray(UUID[]::new))
                .param("statuses", rises.stream().map(rise -> rise.to().name()).toArray(String[]::new))
                .param("ranks", rises.stream().map(rise -> rise.to().rank()).toArray(Short[]::new))
                .param("reasons", rises.stream().map(Rise::reason).toArray(String[]::new))
                .query((row, number) -> new Risen(
                        row.getObject("message_id", UUID.class),
                        row.getObject("instance_id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        DispatchStatus.valueOf(row.getString("before")),
                        row.getString("reason")))
                .list();
    }
}

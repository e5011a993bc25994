package ai.whatsflow.instance.dispatch;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends messages whose time is over or whose instance is gone. Any number of replicas may do it at once. */
@Service
public class EndWaiting {

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final EndMessages endMessages;

    EndWaiting(JdbcClient jdbc, EndMessages endMessages) {
        this.jdbc = jdbc;
        this.endMessages = endMessages;
    }

    /** @return how many it ended; fewer than a batch means that none are left */
    @Transactional
    public int end() {
        List<StatusLedger.Rise> endings = jdbc.sql("""
                        SELECT d.message_id, d.instance_id, i.deleted_at IS NOT NULL AS deleted,
                               d.position <= l.ever_submitted AS submitted
                        FROM lanes l
                        JOIN instances i ON i.id = l.instance_id
                        JOIN dispatches d ON d.instance_id = l.instance_id AND d.position > l.settled_through
                                         AND d.status = 'PENDING'
                        WHERE l.has_work AND (d.expires_at <= clock_timestamp() OR i.deleted_at IS NOT NULL)
                        ORDER BY d.message_id
                        LIMIT :limit
                        FOR UPDATE OF d SKIP LOCKED
                        """)
                .param("limit", BATCH)
                .query((row, number) -> ending(
                        row.getObject("message_id", UUID.class),
                        row.getObject("instance_id", UUID.class),
                        row.getBoolean("deleted"),
                        row.getBoolean("submitted")))
                .list();
        endMessages.end(endings);
        if (endings.isEmpty()) {
            closeLanesOfDeleted();
        }
        return endings.size();
    }

    static StatusLedger.Rise ending(UUID messageId, UUID instanceId, boolean deleted, boolean submitted) {
        if (deleted) {
            return new StatusLedger.Rise(messageId, instanceId, DispatchStatus.FAILED, FailureReason.INSTANCE_DELETED);
        }
        return submitted
                ? new StatusLedger.Rise(messageId, instanceId, DispatchStatus.FAILED, FailureReason.OUTCOME_UNKNOWN)
                : new StatusLedger.Rise(messageId, instanceId, DispatchStatus.EXPIRED, FailureReason.WAITED_TOO_LONG);
    }

    private void closeLanesOfDeleted() {
        jdbc.sql("""
                        UPDATE lanes l SET has_work = false, settled_through = last_position
                        WHERE instance_id IN (
                            SELECT l.instance_id FROM lanes l JOIN instances i ON i.id = l.instance_id
                            WHERE l.has_work AND i.deleted_at IS NOT NULL
                            FOR UPDATE OF l SKIP LOCKED)
                        """).update();
    }
}

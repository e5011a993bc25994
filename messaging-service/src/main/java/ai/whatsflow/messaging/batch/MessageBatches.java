package ai.whatsflow.messaging.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Batches as stored. */
@Repository
class MessageBatches {

    private final JdbcClient jdbc;

    MessageBatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(MessageBatch batch) {
        jdbc.sql("""
                INSERT INTO message_batches (id, account_id, text, instance_ids, group_id, status, requested, queued,
                                             quota_month, created_at)
                VALUES (:id, :accountId, :text, :instanceIds::uuid[], :groupId::uuid, :status, :requested, :queued,
                        :quotaMonth, :createdAt)
                """)
                .param("id", batch.id())
                .param("accountId", batch.accountId())
                .param("text", batch.text())
                .param("instanceIds", batch.instanceIds().toArray(UUID[]::new))
                .param("groupId", batch.groupId())
                .param("status", batch.status().name())
                .param("requested", batch.requested())
                .param("queued", batch.queued())
                .param("quotaMonth", batch.quotaMonth().atOffset(ZoneOffset.UTC))
                .param("createdAt", batch.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<MessageBatch> find(UUID id) {
        return jdbc.sql("""
                SELECT id, account_id, text, instance_ids, group_id, status, requested, queued, quota_month,
                       created_at, failure
                FROM message_batches WHERE id = :id
                """).param("id", id).query(MessageBatches::row).optional();
    }

    void grow(UUID id, int queued) {
        jdbc.sql("UPDATE message_batches SET queued = queued + :queued WHERE id = :id")
                .param("id", id)
                .param("queued", queued)
                .update();
    }

    void end(UUID id, BatchStatus status, @Nullable String failure) {
        jdbc.sql("UPDATE message_batches SET status = :status, failure = :failure::text WHERE id = :id")
                .param("id", id)
                .param("status", status.name())
                .param("failure", failure)
                .update();
    }

    private static MessageBatch row(ResultSet row, int number) throws SQLException {
        return new MessageBatch(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("text"),
                List.of((UUID[]) row.getArray("instance_ids").getArray()),
                row.getObject("group_id", UUID.class),
                BatchStatus.valueOf(row.getString("status")),
                row.getLong("requested"),
                row.getLong("queued"),
                row.getObject("quota_month", OffsetDateTime.class).toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("failure"));
    }
}

package ai.whatsflow.messaging.batch;

import ai.whatsflow.messaging.message.MessageIds;
import ai.whatsflow.messaging.message.MessageStatus;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts a batch's messages by status; its messages' ids were made about when it was, which prunes partitions. */
@Repository
class BatchProgress {

    private static final Duration SLACK = Duration.ofHours(1);

    private final JdbcClient jdbc;

    BatchProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<MessageStatus, Long> of(MessageBatch batch) {
        Map<MessageStatus, Long> counts = new EnumMap<>(MessageStatus.class);
        for (MessageStatus status : MessageStatus.values()) {
            counts.put(status, 0L);
        }
        jdbc.sql("""
                SELECT status, count(*) AS messages FROM messages
                WHERE batch_id = :batchId AND id >= :from AND id < :until GROUP BY status
                """)
                .param("batchId", batch.id())
                .param("from", MessageIds.floor(batch.createdAt().minus(SLACK)))
                .param("until", MessageIds.floor(batch.createdAt().plus(SLACK)))
                .query(row -> {
                    counts.put(MessageStatus.ofRank(row.getInt("status")), row.getLong("messages"));
                });
        return counts;
    }
}

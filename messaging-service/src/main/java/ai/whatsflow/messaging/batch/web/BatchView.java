package ai.whatsflow.messaging.batch.web;

import ai.whatsflow.messaging.batch.BatchStatus;
import ai.whatsflow.messaging.batch.CountedBatch;
import ai.whatsflow.messaging.batch.MessageBatch;
import ai.whatsflow.messaging.message.MessageStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record BatchView(
        UUID batchId,
        UUID accountId,
        List<UUID> instanceIds,
        @Nullable UUID groupId,
        @Schema(example = "We open at nine tomorrow.") String text,
        BatchStatus status,
        @Schema(example = "2000") long requested,
        @Schema(example = "1990") long queued,

        @Schema(example = "10", description = "Opted out, given twice, or gone from the group")
        long skipped,

        @Nullable String failure,
        @Schema(example = "{\"QUEUED\": 0, \"SENT\": 1990}") Map<MessageStatus, Long> counts,
        Instant createdAt) {

    static BatchView of(CountedBatch counted) {
        MessageBatch batch = counted.batch();
        return new BatchView(
                batch.id(),
                batch.accountId(),
                batch.instanceIds(),
                batch.groupId(),
                batch.text(),
                batch.status(),
                batch.requested(),
                batch.queued(),
                batch.skipped(),
                batch.failure(),
                counted.counts(),
                batch.createdAt());
    }
}

package ai.whatsflow.messaging.batch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One text to many.
 *
 * @param requested recipients asked for; for a group its size when the batch was accepted
 * @param queued messages made so far
 * @param quotaMonth start of the month whose quota was reserved
 * @param failure why it failed
 */
public record MessageBatch(
        UUID id,
        UUID accountId,
        String text,
        List<UUID> instanceIds,
        @Nullable UUID groupId,
        BatchStatus status,
        long requested,
        long queued,
        Instant quotaMonth,
        Instant createdAt,
        @Nullable String failure) {

    /** Known once nothing more can be queued: opted out, given twice, or gone from the group meanwhile. */
    public long skipped() {
        return status == BatchStatus.EXPANDING ? 0 : requested - queued;
    }
}

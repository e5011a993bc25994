package ai.whatsflow.messaging.batch;

import ai.whatsflow.messaging.message.MessageIds;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Stores a new batch under a new id. */
@Component
class OpenBatch {

    private final MessageBatches batches;
    private final MessageIds ids;
    private final Clock clock;

    OpenBatch(MessageBatches batches, MessageIds ids, Clock clock) {
        this.batches = batches;
        this.ids = ids;
        this.clock = clock;
    }

    MessageBatch toNumbers(
            UUID accountId, String text, List<UUID> instanceIds, Instant month, long requested, long queued) {
        return open(new MessageBatch(
                ids.next(),
                accountId,
                text,
                instanceIds,
                null,
                BatchStatus.QUEUED,
                requested,
                queued,
                month,
                now(),
                null));
    }

    /** Still to be expanded, unless the group is empty. */
    MessageBatch toGroup(
            UUID accountId, String text, List<UUID> instanceIds, Instant month, UUID groupId, long members) {
        BatchStatus status = members == 0 ? BatchStatus.QUEUED : BatchStatus.EXPANDING;
        return open(new MessageBatch(
                ids.next(), accountId, text, instanceIds, groupId, status, members, 0, month, now(), null));
    }

    private MessageBatch open(MessageBatch batch) {
        batches.add(batch);
        return batch;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

package ai.whatsflow.messaging.message;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Messages of a batch, with its text; ids and recipients belong together by position.
 *
 * @param quotaMonth start of the month whose quota they used
 */
public record NewMessages(
        UUID accountId,
        UUID batchId,
        String text,
        Rotation rotation,
        Instant quotaMonth,
        Instant queuedAt,
        Instant expiresAt,
        List<UUID> ids,
        List<String> recipients) {

    public List<QueuedMessage> queued() {
        return IntStream.range(0, ids.size()).mapToObj(this::at).toList();
    }

    List<QueuedMessage> queued(Set<UUID> only) {
        return IntStream.range(0, ids.size())
                .filter(index -> only.contains(ids.get(index)))
                .mapToObj(this::at)
                .toList();
    }

    private QueuedMessage at(int index) {
        return new QueuedMessage(
                ids.get(index),
                accountId,
                rotation.at(index),
                batchId,
                recipients.get(index),
                text,
                queuedAt,
                expiresAt,
                null);
    }
}

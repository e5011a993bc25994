package ai.whatsflow.messaging.batch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group batch being expanded by one worker.
 *
 * @param owner the worker's claim; another claim means the lease was lost
 * @param cursor where the next page begins; null at the beginning
 * @param attempts how often in a row contact-service gave no answer
 */
record Expansion(MessageBatch batch, UUID owner, @Nullable String cursor, int attempts) {

    UUID groupId() {
        UUID groupId = batch.groupId();
        if (groupId == null) {
            throw new IllegalStateException("batch " + batch.id() + " is not to a group");
        }
        return groupId;
    }
}

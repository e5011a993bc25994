package ai.whatsflow.messaging.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message for the lane of its instance. */
record MessageQueuedV1(
        UUID messageId,
        UUID accountId,
        UUID instanceId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID batchId,
        String to,
        String text,
        Instant queuedAt,
        Instant expiresAt) {

    static final String TOPIC = "messaging.message";
    static final String TYPE = "messaging.message.queued.v1";
}

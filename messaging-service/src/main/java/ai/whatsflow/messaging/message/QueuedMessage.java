package ai.whatsflow.messaging.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message on its way to its instance's lane. */
public record QueuedMessage(
        UUID id,
        UUID accountId,
        UUID instanceId,
        @Nullable UUID batchId,
        String recipient,
        String text,
        Instant queuedAt,
        Instant expiresAt) {}

package ai.whatsflow.messaging.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to its instance's lane.
 *
 * @param traceParent W3C trace context of its request, where many requests are worked on together
 */
public record QueuedMessage(
        UUID id,
        UUID accountId,
        UUID instanceId,
        @Nullable UUID batchId,
        String recipient,
        String text,
        Instant queuedAt,
        Instant expiresAt,
        @Nullable String traceParent) {}

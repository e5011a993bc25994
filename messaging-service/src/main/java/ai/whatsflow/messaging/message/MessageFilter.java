package ai.whatsflow.messaging.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list of messages is narrowed to; null does not narrow.
 *
 * @param recipient E.164
 * @param from first moment of acceptance
 * @param until moment of acceptance that is no longer wanted
 */
public record MessageFilter(
        @Nullable MessageStatus status,
        @Nullable UUID instanceId,
        @Nullable UUID batchId,
        @Nullable String recipient,
        @Nullable Instant from,
        @Nullable Instant until) {}

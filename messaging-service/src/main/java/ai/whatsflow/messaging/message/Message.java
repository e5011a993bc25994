package ai.whatsflow.messaging.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands.
 *
 * @param recipient E.164
 * @param reason why it failed or expired
 */
public record Message(
        UUID id,
        UUID accountId,
        UUID instanceId,
        @Nullable UUID batchId,
        String recipient,
        String text,
        MessageStatus status,
        @Nullable String reason,
        Instant queuedAt,
        Instant expiresAt,
        @Nullable Instant sentAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant readAt) {}

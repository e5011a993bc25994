package ai.whatsflow.messaging.live;

import ai.whatsflow.messaging.message.MessageStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a device has just reported. */
public record StatusReport(
        UUID eventId,
        UUID accountId,
        UUID messageId,
        UUID instanceId,
        MessageStatus status,
        @Nullable String reason,
        Instant at) {}

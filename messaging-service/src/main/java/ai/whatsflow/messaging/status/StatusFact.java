package ai.whatsflow.messaging.status;

import ai.whatsflow.messaging.message.MessageStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report about a message: may be late, repeated or out of order. */
public record StatusFact(
        UUID messageId,
        UUID accountId,
        MessageStatus status,
        @Nullable String whatsappId,
        @Nullable String reason,
        Instant at) {}

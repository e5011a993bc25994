package ai.whatsflow.messaging.message.web;

import ai.whatsflow.messaging.message.Message;
import ai.whatsflow.messaging.message.MessageStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record MessageView(
        UUID messageId,
        UUID accountId,
        UUID instanceId,
        @Nullable UUID batchId,
        @Schema(example = "+94771234567") String to,
        @Schema(example = "Your order is ready.") String text,
        MessageStatus status,

        @Schema(description = "Why it failed or expired") @Nullable
        String reason,

        Instant queuedAt,
        Instant expiresAt,
        @Nullable Instant sentAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant readAt) {

    static MessageView of(Message message) {
        return new MessageView(
                message.id(),
                message.accountId(),
                message.instanceId(),
                message.batchId(),
                message.recipient(),
                message.text(),
                message.status(),
                message.reason(),
                message.queuedAt(),
                message.expiresAt(),
                message.sentAt(),
                message.deliveredAt(),
                message.readAt());
    }
}

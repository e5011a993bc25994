package ai.whatsflow.instance.nodeevent;

import ai.whatsflow.instance.dispatch.DispatchFact;
import ai.whatsflow.instance.dispatch.DispatchStatus;
import ai.whatsflow.instance.dispatch.WhatsAppId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a node says of a message. */
final class DispatchReading {

    private static final int LONGEST_REASON = 200;

    private DispatchReading() {}

    /** @return empty if it is about no message of ours */
    static Optional<DispatchFact> of(NodeEvent event) {
        DispatchStatus status = status(event.type());
        if (status == null) {
            return Optional.empty();
        }
        return messageId(event.payload())
                .map(messageId -> new DispatchFact(
                        messageId,
                        event.instanceId(),
                        status,
                        status == DispatchStatus.FAILED ? reason(event.payload()) : null,
                        event.epoch(),
                        event.at()));
    }

    private static @Nullable DispatchStatus status(String type) {
        return switch (type) {
            case "sent" -> DispatchStatus.SENT;
            case "delivered" -> DispatchStatus.DELIVERED;
            // What was played has been read.
            case "read", "played" -> DispatchStatus.READ;
            case "failed" -> DispatchStatus.FAILED;
            default -> null;
        };
    }

    private static Optional<UUID> messageId(JsonNode payload) {
        String whatsappId = SessionStateReading.text(payload, "whatsappId");
        Optional<UUID> chosen = whatsappId == null ? Optional.empty() : WhatsAppId.messageId(whatsappId);
        return chosen.or(() -> uuid(SessionStateReading.text(payload, "messageId")));
    }

    private static Optional<UUID> uuid(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static String reason(JsonNode payload) {
        String reason = SessionStateReading.text(payload, "reason");
        if (reason == null || reason.isBlank()) {
            return "failed-at-node";
        }
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }
}

package ai.whatsflow.messaging.messaging;

import ai.whatsflow.messaging.live.StatusReport;
import ai.whatsflow.messaging.message.MessageStatus;
import ai.whatsflow.messaging.status.StatusFact;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What this service reads of a report about a message. */
record DispatchV1(
        UUID messageId,
        UUID accountId,
        UUID instanceId,
        MessageStatus status,
        @Nullable String whatsappId,
        @Nullable String reason,
        Instant at) {

    static final String TOPIC = "instance.dispatch";
    static final Set<String> TYPES = Stream.of("sent", "delivered", "read", "failed", "expired")
            .map(fact -> "instance.dispatch." + fact + ".v1")
            .collect(Collectors.toUnmodifiableSet());

    StatusFact toFact() {
        return new StatusFact(messageId, accountId, status, whatsappId, reason, at);
    }

    StatusReport toReport(UUID eventId) {
        return new StatusReport(eventId, accountId, messageId, instanceId, status, reason, at);
    }
}

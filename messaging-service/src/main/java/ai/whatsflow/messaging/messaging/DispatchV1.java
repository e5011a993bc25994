package ai.whatsflow.messaging.messaging;

import ai.whatsflow.messaging.live.StatusReport;
import ai.whatsflow.messaging.message.MessageStatus;
import ai.whatsflow.messaging.status.StatusFact;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
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
    static final Set<String> TYPES = Set.of(
            "instance.dispatch.sent.v1",
            "instance.dispatch.delivered.v1",
            "instance.dispatch.read.v1",
            "instance.dispatch.failed.v1",
            "instance.dispatch.expired.v1");

    StatusFact toFact() {
        return new StatusFact(messageId, accountId, status, whatsappId, reason, at);
    }

    StatusReport toReport(UUID eventId) {
        return new StatusReport(eventId, accountId, messageId, instanceId, status, reason, at);
    }
}

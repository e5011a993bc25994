package ai.whatsflow.instance.messaging;

import ai.whatsflow.instance.dispatch.QueuedMessage;
import java.time.Instant;
import java.util.UUID;

/** A message that messaging-service has accepted, as far as a lane needs it. */
record MessageQueuedV1(
        UUID messageId, UUID accountId, UUID instanceId, String to, String text, Instant queuedAt, Instant expiresAt) {

    static final String TOPIC = "messaging.message";
    static final String TYPE = "messaging.message.queued.v1";

    QueuedMessage message() {
        return new QueuedMessage(messageId, accountId, instanceId, to, text, queuedAt, expiresAt);
    }
}

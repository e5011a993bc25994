package ai.whatsflow.messaging.messaging;

import ai.whatsflow.messaging.message.MessageAnnouncer;
import ai.whatsflow.messaging.message.QueuedMessage;
import ai.whatsflow.platform.outbox.Outbox;
import ai.whatsflow.platform.outbox.OutboxEvent;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class OutboxMessageAnnouncer implements MessageAnnouncer {

    private final Outbox outbox;

    OutboxMessageAnnouncer(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void queued(List<QueuedMessage> messages) {
        outbox.appendAll(messages.stream().map(OutboxMessageAnnouncer::event).toList());
    }

    private static OutboxEvent event(QueuedMessage message) {
        return new OutboxEvent(
                MessageQueuedV1.TOPIC,
                message.instanceId().toString(),
                MessageQueuedV1.TYPE,
                message.id().toString(),
                wire(message),
                message.traceParent());
    }

    static MessageQueuedV1 wire(QueuedMessage message) {
        return new MessageQueuedV1(
                message.id(),
                message.accountId(),
                message.instanceId(),
                message.batchId(),
                message.recipient(),
                message.text(),
                message.queuedAt(),
                message.expiresAt());
    }
}

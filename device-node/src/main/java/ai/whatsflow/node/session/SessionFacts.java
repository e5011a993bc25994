package ai.whatsflow.node.session;

import ai.whatsflow.node.engine.EngineEvent;
import ai.whatsflow.node.eventlog.EventPayload;
import ai.whatsflow.node.eventlog.NodeEvents;
import ai.whatsflow.node.lease.Lease;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what WhatsApp says about messages. WhatsApp hears that we have it only after it is on disk; until then it
 * would say it again to whoever holds the session next.
 */
record SessionFacts(Lease lease, SessionSends sends, SentMemory memory, NodeEvents events) {

    void sent(EngineEvent.Sent sent) {
        sends.acknowledged(sent.whatsappId());
    }

    void refused(EngineEvent.SendRefused refused) {
        sends.refused(refused.whatsappId(), refused.reason());
    }

    /** A receipt also proves that the message was sent, when the acknowledgement of that got lost. */
    void receipt(EngineEvent.Receipt receipt) {
        String id = receipt.whatsappId();
        @Nullable UUID messageId = sends.messageId(id);
        sends.acknowledged(id);
        memory.remember(lease.instanceId(), id);
        EventPayload payload = switch (receipt.kind()) {
            case DELIVERED -> new EventPayload.Delivered(id, messageId);
            case READ -> new EventPayload.Read(id, messageId);
            case PLAYED -> new EventPayload.Played(id, messageId);
        };
        events.record(lease.instanceId(), lease.epoch(), payload).thenRun(receipt.received());
    }

    void inbound(EngineEvent.Inbound inbound) {
        EventPayload payload = new EventPayload.Inbound(inbound.whatsappId(), inbound.from(), inbound.text());
        events.record(lease.instanceId(), lease.epoch(), payload).thenRun(inbound.received());
    }
}

package ai.whatsflow.messaging.message;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gives new messages their ids and times. */
@Component
public class MessageDrafts {

    private final MessageIds ids;
    private final MessageProperties properties;
    private final Clock clock;

    MessageDrafts(MessageIds ids, MessageProperties properties, Clock clock) {
        this.ids = ids;
        this.properties = properties;
        this.clock = clock;
    }

    /** One message by itself. */
    NewMessage draft(SendRequest request, String recipient, Instant quotaMonth) {
        Instant now = now();
        return new NewMessage(
                new QueuedMessage(
                        ids.next(),
                        request.accountId(),
                        request.instanceId(),
                        null,
                        recipient,
                        request.text(),
                        now,
                        now.plus(properties.timeToLive()),
                        request.traceParent()),
                quotaMonth);
    }

    /** Messages of a batch to these recipients, with ids in their order. */
    public NewMessages draft(
            UUID accountId, UUID batchId, String text, Rotation rotation, Instant quotaMonth, List<String> recipients) {
        List<UUID> fresh = Stream.generate(ids::next).limit(recipients.size()).toList();
        return draft(accountId, batchId, text, rotation, quotaMonth, fresh, recipients);
    }

    /** Messages whose ids follow from the batch and the recipient: the same ones each time. */
    public NewMessages redraft(
            UUID accountId,
            UUID batchId,
            Instant batchAccepted,
            String text,
            Rotation rotation,
            Instant quotaMonth,
            List<String> recipients) {
        List<UUID> derived = recipients.stream()
                .map(recipient -> MessageIds.inBatch(batchId, batchAccepted, recipient))
                .toList();
        return draft(accountId, batchId, text, rotation, quotaMonth, derived, recipients);
    }

    private NewMessages draft(
            UUID accountId,
            UUID batchId,
            String text,
            Rotation rotation,
            Instant quotaMonth,
            List<UUID> messageIds,
            List<String> recipients) {
        Instant now = now();
        return new NewMessages(
                accountId,
                batchId,
                text,
                rotation,
                quotaMonth,
                now,
                now.plus(properties.timeToLive()),
                messageIds,
                recipients);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

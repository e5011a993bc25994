package ai.whatsflow.messaging.batch;

import ai.whatsflow.messaging.message.MessageStatus;
import java.util.Map;

/**
 * A batch and what became of its messages.
 *
 * @param counts messages by status; every status is named
 */
public record CountedBatch(MessageBatch batch, Map<MessageStatus, Long> counts) {}

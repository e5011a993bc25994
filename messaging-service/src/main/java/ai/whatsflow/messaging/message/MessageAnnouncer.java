package ai.whatsflow.messaging.message;

import java.util.List;

/**
 * Hands accepted messages to the lanes of their instances. Called inside the transaction that stores them: they leave
 * if and only if they are stored, in the order given.
 */
public interface MessageAnnouncer {

    void queued(List<QueuedMessage> messages);
}

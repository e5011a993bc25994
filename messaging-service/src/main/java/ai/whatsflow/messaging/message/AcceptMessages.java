package ai.whatsflow.messaging.message;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores messages and hands them to their lanes, in the transaction that took their quota. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AcceptMessages {

    private final Messages messages;
    private final MessageAnnouncer announcer;

    AcceptMessages(Messages messages, MessageAnnouncer announcer) {
        this.messages = messages;
        this.announcer = announcer;
    }

    public void accept(NewMessages accepted) {
        messages.add(accepted);
        announcer.queued(accepted.queued());
    }

    void acceptEach(List<NewMessage> accepted) {
        messages.addEach(accepted);
        announcer.queued(accepted.stream().map(NewMessage::message).toList());
    }

    /** Leaves out those that were accepted before and answers how many were not. */
    public int acceptMissing(NewMessages accepted) {
        List<QueuedMessage> added = accepted.queued(messages.addMissing(accepted));
        announcer.queued(added);
        return added.size();
    }
}

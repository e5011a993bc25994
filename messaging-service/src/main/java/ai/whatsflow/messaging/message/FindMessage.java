package ai.whatsflow.messaging.message;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds a message the caller reaches. */
@Component
public class FindMessage {

    private final Messages messages;

    FindMessage(Messages messages) {
        this.messages = messages;
    }

    public Message find(Caller caller, UUID id) {
        Message message = messages.find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND, "There is no such message."));
        caller.requireReach(message.accountId());
        return message;
    }
}

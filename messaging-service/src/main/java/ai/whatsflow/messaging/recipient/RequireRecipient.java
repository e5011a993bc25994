package ai.whatsflow.messaging.recipient;

import ai.whatsflow.messaging.MessagingProblem;
import ai.whatsflow.platform.problem.ProblemException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends a single send unless its recipient is a number that may be written to. */
@Component
public class RequireRecipient {

    private final OptOuts optOuts;

    RequireRecipient(OptOuts optOuts) {
        this.optOuts = optOuts;
    }

    /** @return the number in E.164 */
    public String of(UUID accountId, String typed) {
        String phone = Recipients.read(typed)
                .orElseThrow(() -> new ProblemException(MessagingProblem.RECIPIENT_INVALID, "See errors.")
                        .at("/to", "Write it as +94771234567."));
        if (optOuts.includes(accountId, phone)) {
            throw new ProblemException(
                            MessagingProblem.RECIPIENT_OPTED_OUT,
                            phone + " is blocked or has unsubscribed. Nothing was sent.")
                    .at("/to", "Resubscribe or unblock the contact first.");
        }
        return phone;
    }
}

package ai.whatsflow.messaging.recipient;

import ai.whatsflow.messaging.MessagingProblem;
import ai.whatsflow.platform.problem.Outcome;
import ai.whatsflow.platform.problem.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Refuses single sends whose recipient is no number or may not be written to. */
@Component
public class RequireRecipients {

    private final OptOuts optOuts;

    RequireRecipients(OptOuts optOuts) {
        this.optOuts = optOuts;
    }

    /**
     * The number of each in E.164.
     *
     * @param typed the number as it was typed
     */
    public <T> List<Outcome<String>> each(List<T> sends, Function<T, UUID> accountId, Function<T, String> typed) {
        List<Outcome<Recipient>> read = sends.stream()
                .map(send -> read(accountId.apply(send), typed.apply(send)))
                .toList();
        return Outcome.each(read, this::passing);
    }

    private static Outcome<Recipient> read(UUID accountId, String typed) {
        return Recipients.read(typed)
                .map(phone -> Outcome.of(new Recipient(accountId, phone)))
                .orElseGet(() -> Outcome.refused(new ProblemException(MessagingProblem.RECIPIENT_INVALID, "See errors.")
                        .at("/to", "Write it as +94771234567.")));
    }

    private List<Outcome<String>> passing(List<Recipient> recipients) {
        Set<Recipient> optedOut = optOuts.among(recipients);
        return recipients.stream()
                .<Outcome<String>>map(recipient -> optedOut.contains(recipient)
                        ? Outcome.refused(optedOut(recipient.phone()))
                        : Outcome.of(recipient.phone()))
                .toList();
    }

    private static ProblemException optedOut(String phone) {
        return new ProblemException(
                        MessagingProblem.RECIPIENT_OPTED_OUT,
                        phone + " is blocked or has unsubscribed. Nothing was sent.")
                .at("/to", "Resubscribe or unblock the contact first.");
    }
}

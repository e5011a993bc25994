package ai.whatsflow.contact.contact;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds a contact the caller reaches. */
@Component
public class FindContact {

    private final Contacts contacts;

    FindContact(Contacts contacts) {
        this.contacts = contacts;
    }

    public Contact find(Caller caller, UUID id) {
        Contact contact = contacts.find(id).orElseThrow(FindContact::notFound);
        caller.requireReach(contact.accountId());
        return contact;
    }

    public static ProblemException notFound() {
        return new ProblemException(PlatformProblem.NOT_FOUND, "There is no such contact.");
    }
}

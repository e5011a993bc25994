package ai.whatsflow.contact.group;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds a group the caller reaches. */
@Component
public class FindGroup {

    private final ContactGroups groups;

    FindGroup(ContactGroups groups) {
        this.groups = groups;
    }

    public ContactGroup find(Caller caller, UUID id) {
        ContactGroup group = groups.find(id).orElseThrow(FindGroup::notFound);
        caller.requireReach(group.accountId());
        return group;
    }

    public static ProblemException notFound() {
        return new ProblemException(PlatformProblem.NOT_FOUND, "There is no such group.");
    }
}

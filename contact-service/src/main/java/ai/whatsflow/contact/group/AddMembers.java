package ai.whatsflow.contact.group;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts contacts of the group's own account into it: all of them, or none when one is not there. */
@Component
public class AddMembers {

    private final FindGroup find;
    private final GroupMembers members;

    AddMembers(FindGroup find, GroupMembers members) {
        this.find = find;
        this.members = members;
    }

    /** @return how many were not members before */
    @Transactional
    public int add(Caller caller, UUID groupId, Set<UUID> contactIds) {
        ContactGroup group = find.find(caller, groupId);
        if (members.known(group.accountId(), contactIds) < contactIds.size()) {
            throw new ProblemException(
                    PlatformProblem.NOT_FOUND, "At least one of these contacts is not there. Nobody was added.");
        }
        return members.add(group, contactIds);
    }
}

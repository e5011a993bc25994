package ai.whatsflow.contact.group;

import ai.whatsflow.contact.ContactProblem;
import ai.whatsflow.platform.problem.ProblemException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens an empty group. */
@Component
public class CreateGroup {

    private final ContactGroups groups;
    private final Clock clock;

    CreateGroup(ContactGroups groups, Clock clock) {
        this.groups = groups;
        this.clock = clock;
    }

    @Transactional
    public ContactGroup create(UUID accountId, String name) {
        UUID id = groups.add(accountId, name.strip(), clock.instant())
                .orElseThrow(() -> new ProblemException(
                        ContactProblem.GROUP_EXISTS, "Names of groups are unique, in any case of letters."));
        return groups.find(id).orElseThrow();
    }
}

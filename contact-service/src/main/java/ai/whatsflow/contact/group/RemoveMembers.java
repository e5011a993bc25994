package ai.whatsflow.contact.group;

import ai.whatsflow.platform.security.Caller;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes contacts out of a group; those that are not in it are passed over. */
@Component
public class RemoveMembers {

    private final FindGroup find;
    private final GroupMembers members;

    RemoveMembers(FindGroup find, GroupMembers members) {
        this.find = find;
        this.members = members;
    }

    /** @return how many were members */
    @Transactional
    public int remove(Caller caller, UUID groupId, Set<UUID> contactIds) {
        return members.remove(find.find(caller, groupId).id(), contactIds);
    }
}

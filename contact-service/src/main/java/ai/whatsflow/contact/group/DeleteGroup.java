package ai.whatsflow.contact.group;

import ai.whatsflow.platform.security.Caller;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes a group; its contacts stay. */
@Component
public class DeleteGroup {

    private final FindGroup find;
    private final ContactGroups groups;

    DeleteGroup(FindGroup find, ContactGroups groups) {
        this.find = find;
        this.groups = groups;
    }

    @Transactional
    public void delete(Caller caller, UUID id) {
        groups.delete(find.find(caller, id).id());
    }
}

package ai.whatsflow.contact.group;

import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.security.AccountScope;
import org.springframework.stereotype.Component;

/** Lists the groups a caller reaches, oldest first. */
@Component
public class ListGroups {

    private final ContactGroups groups;

    ListGroups(ContactGroups groups) {
        this.groups = groups;
    }

    public Page<ContactGroup> page(AccountScope scope, PageRequest page) {
        return Page.of(groups.list(scope, page), page, ContactGroup::id);
    }
}

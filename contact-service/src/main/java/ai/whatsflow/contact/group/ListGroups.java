package ai.whatsflow.contact.group;

import ai.whatsflow.contact.paging.Cursor;
import ai.whatsflow.contact.paging.Page;
import ai.whatsflow.platform.security.AccountScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists the groups a caller reaches, oldest first. */
@Component
public class ListGroups {

    private final ContactGroups groups;

    ListGroups(ContactGroups groups) {
        this.groups = groups;
    }

    public Page<ContactGroup> page(AccountScope scope, int limit, @Nullable String cursor) {
        return Page.of(
                groups.list(scope.all(), scope.accountIds(), Cursor.key(cursor), limit + 1), limit, ContactGroup::id);
    }
}

package ai.whatsflow.identity.user;

import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.platform.security.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class ListUsers {

    private final Users users;

    ListUsers(Users users) {
        this.users = users;
    }

    public Page<User> list(
            Caller caller, @Nullable Tier tier, @Nullable UserStatus status, @Nullable String text, PageRequest page) {
        UserFilter filter = new UserFilter(caller.isStaff() ? null : caller.accountId(), tier, status, text);
        return Page.of(users.list(filter, page), page, User::id);
    }
}

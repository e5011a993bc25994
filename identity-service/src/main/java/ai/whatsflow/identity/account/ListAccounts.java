package ai.whatsflow.identity.account;

import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.platform.security.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class ListAccounts {

    private final Accounts accounts;

    ListAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    public Page<Account> list(
            Caller caller,
            @Nullable Tier tier,
            @Nullable AccountStatus status,
            @Nullable String text,
            PageRequest page) {
        AccountFilter filter = new AccountFilter(caller.isStaff() ? null : caller.accountId(), tier, status, text);
        return Page.of(accounts.list(filter, page), page, Account::id);
    }
}

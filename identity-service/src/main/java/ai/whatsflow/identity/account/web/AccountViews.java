package ai.whatsflow.identity.account.web;

import ai.whatsflow.identity.account.Account;
import ai.whatsflow.identity.account.Accounts;
import ai.whatsflow.identity.web.EntityVersion;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Accounts with what holds for them by those above, read once for a whole page. */
@Component
class AccountViews {

    private final Accounts accounts;

    AccountViews(Accounts accounts) {
        this.accounts = accounts;
    }

    List<AccountView> of(List<Account> page) {
        Set<UUID> active = accounts.active(page.stream().map(Account::id).toList());
        return page.stream()
                .map(account -> AccountView.of(account, active.contains(account.id())))
                .toList();
    }

    AccountView of(Account account) {
        return AccountView.of(account, accounts.isActive(account.id()));
    }

    ResponseEntity<AccountView> tagged(Account account) {
        return ResponseEntity.ok().eTag(EntityVersion.tag(account.version())).body(of(account));
    }
}

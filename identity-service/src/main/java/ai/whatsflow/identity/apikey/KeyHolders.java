package ai.whatsflow.identity.apikey;

import ai.whatsflow.identity.account.Accounts;
import ai.whatsflow.identity.permission.PermissionSets;
import ai.whatsflow.identity.user.User;
import ai.whatsflow.identity.user.Users;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Those in whose name a key acts. */
@Component
class KeyHolders {

    private final Users users;
    private final Accounts accounts;
    private final PermissionSets permissionSets;

    KeyHolders(Users users, Accounts accounts, PermissionSets permissionSets) {
        this.users = users;
        this.accounts = accounts;
        this.permissionSets = permissionSets;
    }

    /** What the key's user may do now; empty if the user is disabled, or the account or one above it not active. */
    Optional<Set<String>> permissionsOf(ApiKey key) {
        return users.find(key.userId())
                .filter(User::isActive)
                .filter(user -> accounts.isActive(user.accountId()))
                .map(user -> permissionSets.withIds(user.permissionSetIds()).stream()
                        .flatMap(set -> set.permissions().stream())
                        .collect(Collectors.toSet()));
    }
}

package ai.whatsflow.gateway.directory;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Accounts, users and permission sets as the events tell them. A verified token says who calls; this says whether they
 * still may. It is asked on every request, so a suspension or a revocation counts from the moment its event is read, no
 * cached token can outlive it, and nothing has to be evicted. Older versions are ignored. Thread-safe; a look-up
 * allocates nothing.
 */
@Component
public class Directory {

    private static final int DEEPEST_TREE = 16;

    private final Map<UUID, Account> accounts = new ConcurrentHashMap<>();
    private final Map<UUID, User> users = new ConcurrentHashMap<>();
    private final Map<UUID, PermissionSet> permissionSets = new ConcurrentHashMap<>();
    private final RevokedApiKeys revokedApiKeys;

    public Directory(RevokedApiKeys revokedApiKeys) {
        this.revokedApiKeys = revokedApiKeys;
    }

    public void put(Account told) {
        accounts.merge(told.id(), told, (known, newer) -> newer.version() >= known.version() ? newer : known);
    }

    public void put(User told) {
        users.merge(told.id(), told, (known, newer) -> newer.version() >= known.version() ? newer : known);
    }

    public void put(PermissionSet told) {
        permissionSets.merge(told.id(), told, (known, newer) -> newer.version() >= known.version() ? newer : known);
    }

    public Standing standing(Caller caller) {
        UUID apiKeyId = caller.apiKeyId();
        if (apiKeyId != null && revokedApiKeys.contains(apiKeyId)) {
            return Standing.Refused.KEY_REVOKED;
        }
        User user = users.get(caller.userId());
        if (user == null || !user.accountId().equals(caller.accountId())) {
            return Standing.Refused.UNKNOWN;
        }
        if (!user.active() || (apiKeyId == null && caller.issuedAt() < user.sessionsRevokedAt())) {
            return Standing.Refused.SIGNED_OUT;
        }
        UUID accountId = user.accountId();
        for (int depth = 0; accountId != null; depth++) {
            Account account = accounts.get(accountId);
            if (account == null || depth == DEEPEST_TREE) {
                return Standing.Refused.UNKNOWN;
            }
            if (!account.active()) {
                return Standing.Refused.SUSPENDED;
            }
            accountId = account.parentId();
        }
        return user;
    }

    /** Whether the user, and the API key where there is one, holds any permission in one of the modules. */
    public boolean reaches(Caller caller, User user, Set<String> modules) {
        if (modules.isEmpty()) {
            return true;
        }
        Modules keyModules = caller.keyModules();
        if (keyModules != null && !keyModules.touchAny(modules)) {
            return false;
        }
        for (UUID id : user.permissionSetIds()) {
            PermissionSet set = permissionSets.get(id);
            if (set != null && set.modules().touchAny(modules)) {
                return true;
            }
        }
        return false;
    }
}

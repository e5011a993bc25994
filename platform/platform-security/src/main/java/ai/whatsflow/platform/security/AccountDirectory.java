package ai.whatsflow.platform.security;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Accounts, users and permission sets as identity has published them, in memory. Older versions that arrive late are
 * ignored. Written by one thread, read by many.
 */
public class AccountDirectory {

    private final Map<UUID, Versioned<Account>> accounts = new ConcurrentHashMap<>();
    private final Map<UUID, Set<UUID>> children = new ConcurrentHashMap<>();
    private final Map<UUID, UserStateV1> users = new ConcurrentHashMap<>();
    private final Map<UUID, PermissionSetStateV1> permissionSets = new ConcurrentHashMap<>();

    /** The account, if it has been heard of. */
    public Optional<Account> find(UUID accountId) {
        return Optional.ofNullable(accounts.get(accountId)).map(Versioned::value);
    }

    /** The account and everything below it. */
    public Set<UUID> subtree(UUID accountId) {
        Set<UUID> found = new HashSet<>();
        Deque<UUID> open = new ArrayDeque<>(List.of(accountId));
        while (!open.isEmpty()) {
            UUID next = open.pop();
            if (found.add(next)) {
                open.addAll(children.getOrDefault(next, Set.of()));
            }
        }
        return found;
    }

    /** The account of that tier that is nearest to the end of the path, the end itself included. */
    public Optional<UUID> nearest(Tier tier, List<UUID> path) {
        for (int i = path.size() - 1; i >= 0; i--) {
            Optional<Account> account = find(path.get(i));
            if (account.isPresent() && account.get().tier() == tier) {
                return Optional.of(path.get(i));
            }
        }
        return Optional.empty();
    }

    /** Whether the account and all its ancestors are active. */
    public boolean isActive(UUID accountId) {
        return find(accountId)
                .map(account -> account.path().stream()
                        .allMatch(id -> find(id).map(each -> each.status() == AccountStatus.ACTIVE)
                                .orElse(false)))
                .orElse(false);
    }

    Optional<UserStateV1> user(UUID userId) {
        return Optional.ofNullable(users.get(userId));
    }

    Set<String> permissionsOf(UserStateV1 user) {
        Set<String> permissions = new HashSet<>();
        for (UUID id : user.permissionSetIds()) {
            PermissionSetStateV1 set = permissionSets.get(id);
            if (set != null && set.permissions() != null) {
                permissions.addAll(set.permissions());
            }
        }
        return permissions;
    }

    void put(AccountStateV1 state) {
        Versioned<Account> known = accounts.get(state.accountId());
        if (known != null && known.version() >= state.version()) {
            return;
        }
        Account account = new Account(
                state.accountId(),
                state.parentId(),
                List.copyOf(state.path()),
                state.tier(),
                state.name(),
                state.status(),
                state.currency(),
                ZoneId.of(state.timeZone()));
        if (known != null && known.value().parentId() != null) {
            childrenOf(known.value().parentId()).remove(account.id());
        }
        if (account.parentId() != null) {
            childrenOf(account.parentId()).add(account.id());
        }
        accounts.put(account.id(), new Versioned<>(state.version(), account));
    }

    void put(UserStateV1 state) {
        users.merge(state.userId(), state, (known, next) -> next.version() > known.version() ? next : known);
    }

    void put(PermissionSetStateV1 state) {
        permissionSets.merge(
                state.permissionSetId(), state, (known, next) -> next.version() > known.version() ? next : known);
    }

    private Set<UUID> childrenOf(UUID parent) {
        return children.computeIfAbsent(parent, unused -> ConcurrentHashMap.newKeySet());
    }

    private record Versioned<T>(long version, T value) {}
}

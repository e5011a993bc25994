package ai.whatsflow.identity.account;

import ai.whatsflow.identity.NewId;
import ai.whatsflow.identity.permission.BuiltInPermissionSet;
import ai.whatsflow.identity.permission.PermissionSets;
import ai.whatsflow.identity.user.NewUser;
import ai.whatsflow.identity.user.RegisterUser;
import ai.whatsflow.identity.user.User;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes an account and its first user. Who may ask for it is decided before. */
@Component
class OpenAccount {

    private final Accounts accounts;
    private final RegisterUser registerUser;
    private final PermissionSets permissionSets;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OpenAccount(
            Accounts accounts,
            RegisterUser registerUser,
            PermissionSets permissionSets,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.registerUser = registerUser;
        this.permissionSets = permissionSets;
        this.events = events;
        this.clock = clock;
    }

    /** Below the given parent, or as the root if there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public AccountOpening open(NewAccount wanted, @Nullable UUID parentId) {
        @Nullable Account parent = parentId == null ? null : accounts.lockAsParent(parentId);
        if (parent != null && !accounts.isActive(parent.id())) {
            return new AccountOpening.ParentNotActive();
        }
        UUID id = NewId.next();
        UUID set =
                permissionSets.builtIn(BuiltInPermissionSet.of(wanted.tier())).id();
        Optional<User> user = registerUser.register(
                new NewUser(id, wanted.tier(), wanted.name(), wanted.email(), wanted.mobile(), set));
        if (user.isEmpty()) {
            return new AccountOpening.EmailInUse();
        }
        Account account = new Account(
                id,
                parentId,
                parent == null
                        ? List.of(id)
                        : Stream.concat(parent.path().stream(), Stream.of(id)).toList(),
                wanted.tier(),
                wanted.name().strip(),
                AccountStatus.ACTIVE,
                null,
                wanted.currency(),
                wanted.timeZone(),
                1,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        accounts.insert(account);
        events.publishEvent(new AccountRegistered(account));
        return new AccountOpening.Opened(account, user.get());
    }
}

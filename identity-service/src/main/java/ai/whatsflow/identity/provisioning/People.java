package ai.whatsflow.identity.provisioning;

import ai.whatsflow.identity.account.Accounts;
import ai.whatsflow.identity.user.User;
import ai.whatsflow.identity.user.Users;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Users as the identity provider is to know them now: enabled only while their account and all above it are active. */
@Component
class People {

    private final Users users;
    private final Accounts accounts;

    People(Users users, Accounts accounts) {
        this.users = users;
        this.accounts = accounts;
    }

    Person get(UUID userId) {
        return Objects.requireNonNull(withIds(List.of(userId)).get(userId));
    }

    Map<UUID, Person> withIds(Collection<UUID> userIds) {
        List<User> found = users.withIds(userIds);
        Set<UUID> active =
                accounts.active(found.stream().map(User::accountId).distinct().toList());
        return found.stream()
                .map(user -> new Person(
                        user.id(),
                        user.accountId(),
                        user.email(),
                        user.name(),
                        user.isActive() && active.contains(user.accountId())))
                .collect(Collectors.toMap(Person::userId, Function.identity()));
    }
}

package ai.whatsflow.identity.user.web;

import ai.whatsflow.identity.permission.PermissionSet;
import ai.whatsflow.identity.permission.PermissionSets;
import ai.whatsflow.identity.user.User;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Users with the names of their permission sets, read once for a whole page. */
@Component
class UserViews {

    private final PermissionSets permissionSets;

    UserViews(PermissionSets permissionSets) {
        this.permissionSets = permissionSets;
    }

    UserView of(User user) {
        return of(List.of(user)).getFirst();
    }

    List<UserView> of(List<User> users) {
        Set<UUID> ids =
                users.stream().flatMap(user -> user.permissionSetIds().stream()).collect(Collectors.toSet());
        Map<UUID, PermissionSet> sets =
                permissionSets.withIds(ids).stream().collect(Collectors.toMap(PermissionSet::id, set -> set));
        return users.stream().map(user -> UserView.of(user, sets)).toList();
    }
}

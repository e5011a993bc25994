package ai.whatsflow.identity.user;

import ai.whatsflow.identity.IdentityProblem;
import ai.whatsflow.identity.permission.PermissionSet;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.platform.security.Tier;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives an employee another permission set, within seconds and without a new sign-in. */
@Component
public class AssignPermissionSet {

    private final GrantablePermissionSet grantable;
    private final ReachableUser reachable;
    private final Users users;
    private final ApplicationEventPublisher events;

    AssignPermissionSet(
            GrantablePermissionSet grantable, ReachableUser reachable, Users users, ApplicationEventPublisher events) {
        this.grantable = grantable;
        this.reachable = reachable;
        this.users = users;
        this.events = events;
    }

    @Transactional
    public User assign(Caller caller, UUID id, long expectedVersion, String permissionSet) {
        if (caller.tier() != Tier.OWNER) {
            throw new ProblemException(PlatformProblem.FORBIDDEN, "Only the owner assigns permission sets.");
        }
        caller.require("employees:update");
        User user = reachable.lock(caller, id);
        if (user.tier() != Tier.EMPLOYEE) {
            throw new ProblemException(IdentityProblem.NOT_AN_EMPLOYEE, "This user's set comes with its tier.");
        }
        if (user.version() != expectedVersion) {
            throw new ProblemException(PlatformProblem.VERSION_CONFLICT, "Read the user again and repeat the change.")
                    .with("version", user.version());
        }
        PermissionSet set = grantable.get(caller, permissionSet);
        User assigned = user.holding(List.of(set.id()));
        users.update(assigned);
        users.replacePermissionSets(assigned);
        events.publishEvent(new PermissionsAssigned(assigned));
        return assigned;
    }
}

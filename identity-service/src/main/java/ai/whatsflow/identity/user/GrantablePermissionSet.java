package ai.whatsflow.identity.user;

import ai.whatsflow.identity.IdentityProblem;
import ai.whatsflow.identity.permission.Permission;
import ai.whatsflow.identity.permission.PermissionSet;
import ai.whatsflow.identity.permission.PermissionSets;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import org.springframework.stereotype.Component;

/** A permission set in the hand of somebody who holds everything in it. */
@Component
class GrantablePermissionSet {

    private final PermissionSets sets;

    GrantablePermissionSet(PermissionSets sets) {
        this.sets = sets;
    }

    PermissionSet get(Caller granter, String name) {
        PermissionSet set = sets.named(name)
                .orElseThrow(() -> new ProblemException(
                                PlatformProblem.INVALID, "See errors; each names a field and what would be right.")
                        .at("/permissionSet", "There is no permission set of this name."));
        if (!Permission.covered(set.permissions(), granter.permissions())) {
            throw new ProblemException(
                            IdentityProblem.PERMISSION_NOT_HELD, "The set " + name + " holds more than you do.")
                    .at("/permissionSet", "Choose a set that holds no more than you do.");
        }
        return set;
    }
}

package ai.whatsflow.identity.user;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.platform.security.Tier;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds a user for somebody: those outside the caller's subtree are not there. */
@Component
public class ReachableUser {

    private final Users users;

    ReachableUser(Users users) {
        this.users = users;
    }

    public User get(Caller caller, UUID id) {
        return (caller.isStaff() ? users.find(id) : users.findWithin(caller.accountId(), id))
                .orElseThrow(
                        () -> new ProblemException(PlatformProblem.NOT_FOUND, "There is no such user, or not yours."));
    }

    /** The user under a row lock, if the caller reaches it; the owner's own user is only the owner's to change. */
    User lock(Caller caller, UUID id) {
        User user = get(caller, id);
        if (user.tier() == Tier.OWNER && caller.tier() != Tier.OWNER) {
            throw new ProblemException(PlatformProblem.FORBIDDEN, "Only the owner changes the owner.");
        }
        return users.lock(id).orElseThrow();
    }
}

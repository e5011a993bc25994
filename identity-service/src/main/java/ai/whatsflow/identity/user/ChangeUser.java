package ai.whatsflow.identity.user;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Name and mobile: by the user itself, or by who may update users within reach. */
@Component
public class ChangeUser {

    private final ReachableUser reachable;
    private final Users users;
    private final ApplicationEventPublisher events;

    ChangeUser(ReachableUser reachable, Users users, ApplicationEventPublisher events) {
        this.reachable = reachable;
        this.users = users;
        this.events = events;
    }

    @Transactional
    public User change(Caller caller, UUID id, long expectedVersion, String name, @Nullable String mobile) {
        if (!caller.userId().equals(id) || caller.apiKeyId() != null) {
            caller.require("users:update");
        }
        User user = reachable.lock(caller, id);
        if (user.version() != expectedVersion) {
            throw new ProblemException(PlatformProblem.VERSION_CONFLICT, "Read the user again and repeat the change.")
                    .with("version", user.version());
        }
        User changed = user.renamed(name.strip(), mobile);
        users.update(changed);
        events.publishEvent(new UserChanged(changed));
        return changed;
    }
}

package ai.whatsflow.identity.user;

import ai.whatsflow.platform.security.Caller;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
public class EnableUser {

    private final ReachableUser reachable;
    private final Users users;
    private final ApplicationEventPublisher events;

    EnableUser(ReachableUser reachable, Users users, ApplicationEventPublisher events) {
        this.reachable = reachable;
        this.users = users;
        this.events = events;
    }

    /** Enabling an active user changes nothing. */
    @Transactional
    public User enable(Caller caller, UUID id) {
        caller.require("users:update");
        User user = reachable.lock(caller, id);
        if (user.isActive()) {
            return user;
        }
        User enabled = user.enabled();
        users.update(enabled);
        events.publishEvent(new UserChanged(enabled));
        return enabled;
    }
}

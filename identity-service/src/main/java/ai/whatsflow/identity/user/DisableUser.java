package ai.whatsflow.identity.user;

import ai.whatsflow.identity.IdentityProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
public class DisableUser {

    private final ReachableUser reachable;
    private final Users users;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DisableUser(ReachableUser reachable, Users users, ApplicationEventPublisher events, Clock clock) {
        this.reachable = reachable;
        this.users = users;
        this.events = events;
        this.clock = clock;
    }

    /** Disabling a disabled user changes nothing. */
    @Transactional
    public User disable(Caller caller, UUID id) {
        caller.require("users:update");
        User user = reachable.lock(caller, id);
        if (user.id().equals(caller.userId())) {
            throw new ProblemException(IdentityProblem.OWN_ACCOUNT, "Somebody else has to disable you.");
        }
        if (!user.isActive()) {
            return user;
        }
        User disabled = user.disabled(clock.instant().truncatedTo(ChronoUnit.MICROS));
        users.update(disabled);
        events.publishEvent(new UserDisabled(disabled));
        return disabled;
    }
}

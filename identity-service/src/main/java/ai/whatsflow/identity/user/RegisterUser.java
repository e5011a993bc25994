package ai.whatsflow.identity.user;

import ai.whatsflow.identity.NewId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
public class RegisterUser {

    private final Users users;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RegisterUser(Users users, ApplicationEventPublisher events, Clock clock) {
        this.users = users;
        this.events = events;
        this.clock = clock;
    }

    /** Empty, with nothing written, if the address belongs to somebody; of several at once exactly one registers. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<User> register(NewUser wanted) {
        User user = new User(
                NewId.next(),
                wanted.accountId(),
                wanted.tier(),
                wanted.name().strip(),
                wanted.email().strip().toLowerCase(Locale.ROOT),
                wanted.mobile(),
                UserStatus.ACTIVE,
                Provisioning.PENDING,
                List.of(wanted.permissionSetId()),
                null,
                1,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!users.insert(user)) {
            return Optional.empty();
        }
        events.publishEvent(new UserRegistered(user));
        return Optional.of(user);
    }
}

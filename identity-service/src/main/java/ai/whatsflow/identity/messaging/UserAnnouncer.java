package ai.whatsflow.identity.messaging;

import ai.whatsflow.identity.user.PermissionsAssigned;
import ai.whatsflow.identity.user.User;
import ai.whatsflow.identity.user.UserChanged;
import ai.whatsflow.identity.user.UserDisabled;
import ai.whatsflow.identity.user.UserRegistered;
import ai.whatsflow.platform.outbox.Outbox;
import ai.whatsflow.platform.outbox.OutboxEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Facts about users, into the outbox in the transaction in which they happen. */
@Component
class UserAnnouncer {

    private final Outbox outbox;

    UserAnnouncer(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(UserRegistered event) {
        announce(UserV1.REGISTERED, event.user());
    }

    @EventListener
    void on(UserChanged event) {
        announce(UserV1.CHANGED, event.user());
    }

    @EventListener
    void on(UserDisabled event) {
        announce(UserV1.DISABLED, event.user());
    }

    @EventListener
    void on(PermissionsAssigned event) {
        announce(UserV1.PERMISSIONS_ASSIGNED, event.user());
    }

    private void announce(String type, User user) {
        String id = user.id().toString();
        outbox.append(new OutboxEvent(UserV1.TOPIC, id, type, id, UserV1.of(user)));
    }
}

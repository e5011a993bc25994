package ai.whatsflow.identity.messaging;

import ai.whatsflow.identity.permission.PermissionSetDefined;
import ai.whatsflow.platform.outbox.Outbox;
import ai.whatsflow.platform.outbox.OutboxEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Facts about permission sets, into the outbox in the transaction in which they happen. */
@Component
class PermissionSetAnnouncer {

    private final Outbox outbox;

    PermissionSetAnnouncer(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(PermissionSetDefined event) {
        String id = event.permissionSet().id().toString();
        outbox.append(new OutboxEvent(
                PermissionSetV1.TOPIC, id, PermissionSetV1.DEFINED, id, PermissionSetV1.of(event.permissionSet())));
    }
}

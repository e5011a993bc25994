package ai.whatsflow.identity.provisioning;

import ai.whatsflow.identity.account.AccountClosed;
import ai.whatsflow.identity.account.AccountReinstated;
import ai.whatsflow.identity.account.AccountSuspended;
import ai.whatsflow.identity.user.UserChanged;
import ai.whatsflow.identity.user.UserDisabled;
import ai.whatsflow.identity.user.UserRegistered;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whatever the identity provider should hear of becomes a task in the transaction in which it happens. */
@Component
class RequestProvisioning {

    private final Provisionings provisionings;
    private final ApplicationEventPublisher events;

    RequestProvisioning(Provisionings provisionings, ApplicationEventPublisher events) {
        this.provisionings = provisionings;
        this.events = events;
    }

    @EventListener
    void on(UserRegistered event) {
        request(event.user().id());
    }

    @EventListener
    void on(UserChanged event) {
        request(event.user().id());
    }

    @EventListener
    void on(UserDisabled event) {
        request(event.user().id());
    }

    @EventListener
    void on(AccountSuspended event) {
        requestBelow(event.account().id());
    }

    @EventListener
    void on(AccountReinstated event) {
        requestBelow(event.account().id());
    }

    @EventListener
    void on(AccountClosed event) {
        requestBelow(event.account().id());
    }

    private void request(UUID userId) {
        provisionings.request(List.of(userId));
        events.publishEvent(new ProvisioningRequested());
    }

    private void requestBelow(UUID accountId) {
        provisionings.requestBelow(accountId);
        events.publishEvent(new ProvisioningRequested());
    }
}

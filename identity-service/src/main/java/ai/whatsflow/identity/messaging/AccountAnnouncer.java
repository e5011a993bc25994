package ai.whatsflow.identity.messaging;

import ai.whatsflow.identity.account.Account;
import ai.whatsflow.identity.account.AccountClosed;
import ai.whatsflow.identity.account.AccountRegistered;
import ai.whatsflow.identity.account.AccountReinstated;
import ai.whatsflow.identity.account.AccountSuspended;
import ai.whatsflow.platform.outbox.Outbox;
import ai.whatsflow.platform.outbox.OutboxEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Facts about accounts, into the outbox in the transaction in which they happen. */
@Component
class AccountAnnouncer {

    private final Outbox outbox;

    AccountAnnouncer(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(AccountRegistered event) {
        announce(AccountV1.REGISTERED, event.account());
    }

    @EventListener
    void on(AccountSuspended event) {
        announce(AccountV1.SUSPENDED, event.account());
    }

    @EventListener
    void on(AccountReinstated event) {
        announce(AccountV1.REINSTATED, event.account());
    }

    @EventListener
    void on(AccountClosed event) {
        announce(AccountV1.CLOSED, event.account());
    }

    private void announce(String type, Account account) {
        String id = account.id().toString();
        outbox.append(new OutboxEvent(AccountV1.TOPIC, id, type, id, AccountV1.of(account)));
    }
}

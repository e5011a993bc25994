package ai.whatsflow.billing.subscription;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends every subscription whose period is over by now. Replicas may run it side by side. */
@Component
public class ExpireSubscriptions {

    private static final int BATCH = 200;

    private final Subscriptions subscriptions;
    private final SubscriptionEvents events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExpireSubscriptions(
            Subscriptions subscriptions, SubscriptionEvents events, TransactionTemplate transaction, Clock clock) {
        this.subscriptions = subscriptions;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Answers with how many ended. */
    public int expire() {
        int expired = 0;
        Integer batch;
        do {
            batch = transaction.execute(status -> expireBatch());
            expired += batch == null ? 0 : batch;
        } while (batch != null && batch == BATCH);
        return expired;
    }

    private int expireBatch() {
        Instant now = clock.instant();
        List<Subscription> over = subscriptions.lockEnded(now, BATCH);
        for (Subscription subscription : over) {
            Subscription expired = subscription.expired(now);
            subscriptions.update(expired);
            events.expired(expired);
        }
        return over.size();
    }
}

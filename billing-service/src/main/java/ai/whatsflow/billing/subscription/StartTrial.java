package ai.whatsflow.billing.subscription;

import ai.whatsflow.billing.Ids;
import ai.whatsflow.billing.account.AccountLock;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a new customer its trial, once: an account that has ever had a subscription gets none. */
@Component
public class StartTrial {

    private final Subscriptions subscriptions;
    private final SubscriptionEvents events;
    private final AccountLock accounts;
    private final TrialProperties trial;
    private final Clock clock;

    StartTrial(
            Subscriptions subscriptions,
            SubscriptionEvents events,
            AccountLock accounts,
            TrialProperties trial,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.events = events;
        this.accounts = accounts;
        this.trial = trial;
        this.clock = clock;
    }

    @Transactional
    public void start(Subscriber subscriber, Instant registeredAt) {
        accounts.lock(subscriber.accountId());
        if (subscriptions.of(subscriber.accountId()).isPresent()) {
            return;
        }
        Instant end = registeredAt
                .atZone(subscriber.timeZone())
                .plusDays(trial.days())
                .toInstant();
        Subscription started = Subscription.starting(
                Ids.next(),
                subscriber,
                SubscriptionStatus.TRIALING,
                trial.offer(),
                new Period(registeredAt, end),
                clock.instant());
        subscriptions.insert(started);
        events.started(started);
    }
}

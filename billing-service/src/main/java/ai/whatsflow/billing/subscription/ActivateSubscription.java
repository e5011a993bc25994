package ai.whatsflow.billing.subscription;

import ai.whatsflow.billing.Ids;
import ai.whatsflow.billing.plan.Cycle;
import ai.whatsflow.billing.plan.PackageVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a paid purchase count: the same package and cycle adds to the running period, anything else starts a new one
 * today. The caller holds the account's lock.
 */
@Component
public class ActivateSubscription {

    private final Subscriptions subscriptions;
    private final SubscriptionEvents events;
    private final Clock clock;

    ActivateSubscription(Subscriptions subscriptions, SubscriptionEvents events, Clock clock) {
        this.subscriptions = subscriptions;
        this.events = events;
        this.clock = clock;
    }

    /** Answers with the period that was bought. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Period activate(Subscriber subscriber, PackageVersion bought, Cycle cycle) {
        Instant now = clock.instant();
        Offer offer = Offer.of(bought, SubscriptionCycle.of(cycle));
        Optional<Subscription> known = subscriptions.lock(subscriber.accountId());
        if (known.isPresent() && known.get().isExtendedBy(offer, now)) {
            Period extension = known.get().extension(cycle.months());
            Subscription extended = known.get().extended(subscriber, offer, extension, now);
            subscriptions.update(extended);
            events.changed(extended);
            return extension;
        }
        Period period = BillingCalendar.startingAt(now, subscriber.timeZone()).from(now, cycle.months());
        if (known.isEmpty()) {
            Subscription started =
                    Subscription.starting(Ids.next(), subscriber, SubscriptionStatus.ACTIVE, offer, period, now);
            subscriptions.insert(started);
            events.started(started);
        } else {
            Subscription activated = known.get().activated(subscriber, offer, period, now);
            subscriptions.update(activated);
            announce(known.get().status(), activated);
        }
        return period;
    }

    /** Paid access begins after a trial or an expiry; otherwise it only changes. */
    private void announce(SubscriptionStatus before, Subscription activated) {
        if (before == SubscriptionStatus.ACTIVE) {
            events.changed(activated);
        } else {
            events.started(activated);
        }
    }
}

package ai.whatsflow.billing.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One subscription per account. */
public abstract class Subscriptions {

    /** The account's subscription, as it was last committed. */
    public abstract Optional<Subscription> of(UUID accountId);

    /** The account's subscription, locked until the transaction ends. */
    abstract Optional<Subscription> lock(UUID accountId);

    /** Subscriptions that have ended and say so nowhere yet; locked, those that another replica holds left out. */
    abstract List<Subscription> lockEnded(Instant now, int limit);

    abstract void insert(Subscription subscription);

    /** @throws IllegalStateException if somebody else changed it meanwhile */
    abstract void update(Subscription subscription);
}

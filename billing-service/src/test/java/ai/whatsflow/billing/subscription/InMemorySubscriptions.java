package ai.whatsflow.billing.subscription;

import ai.whatsflow.billing.memory.InMemory;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.memory.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@InMemory
public class InMemorySubscriptions extends Subscriptions {

    private final Table<UUID, Subscription> rows;

    InMemorySubscriptions(InMemoryDatabase database) {
        this.rows = database.table();
    }

    public Collection<Subscription> all() {
        return rows.all();
    }

    @Override
    public Optional<Subscription> of(UUID accountId) {
        return rows.find(accountId);
    }

    @Override
    Optional<Subscription> lock(UUID accountId) {
        return rows.find(accountId);
    }

    @Override
    List<Subscription> lockEnded(Instant now, int limit) {
        return rows
                .where(row -> row.status() != SubscriptionStatus.EXPIRED
                        && !row.period().end().isAfter(now))
                .stream()
                .sorted(Comparator.comparing(row -> row.period().end()))
                .limit(limit)
                .toList();
    }

    @Override
    void insert(Subscription subscription) {
        rows.insert(subscription.accountId(), subscription);
    }

    @Override
    void update(Subscription subscription) {
        if (rows.find(subscription.accountId())
                .filter(row -> row.version() == subscription.version() - 1)
                .isEmpty()) {
            throw new IllegalStateException("subscription " + subscription.id() + " was changed by another");
        }
        rows.put(subscription.accountId(), subscription);
    }
}

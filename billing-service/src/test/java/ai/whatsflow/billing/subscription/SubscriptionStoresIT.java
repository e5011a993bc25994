package ai.whatsflow.billing.subscription;

import ai.whatsflow.billing.Ids;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.memory.Twins;
import ai.whatsflow.billing.plan.Features;
import ai.whatsflow.billing.plan.Limits;
import ai.whatsflow.billing.support.BillingIT;
import ai.whatsflow.platform.test.Seeds;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What the simulation takes for subscriptions answers as PostgreSQL does. Long ago, so that no other test's end. */
@BillingIT
class SubscriptionStoresIT {

    private static final Offer TRIAL = new Offer(
            null, null, "Trial", "trial", SubscriptionCycle.TRIAL, new Limits(1, null, 3, 4, 5), Features.NONE);

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void answerAlike() {
        Seeds.check(6, random -> {
            jdbc.execute("DELETE FROM subscriptions WHERE period_start < '2010-01-01'");
            new Round(random).play(80);
        });
    }

    private final class Round {

        private final Random random;
        private final InMemorySubscriptions twin;
        private final Twins twins;
        private final List<UUID> accounts =
                IntStream.range(0, 6).mapToObj(unused -> UUID.randomUUID()).toList();
        private Instant now = Instant.parse("2001-01-01T00:00:00Z");

        Round(Random random) {
            InMemoryDatabase database = new InMemoryDatabase();
            this.random = random;
            this.twin = new InMemorySubscriptions(database);
            this.twins = new Twins(transaction, database, random);
        }

        void play(int moves) {
            for (int i = 0; i < moves; i++) {
                now = now.plusSeconds(60);
                twins.together(this::move);
            }
        }

        private void move() {
            UUID account = accounts.get(random.nextInt(accounts.size()));
            twins.same(() -> subscriptions.of(account), () -> twin.of(account));
            Optional<Subscription> known = twins.same(() -> subscriptions.lock(account), () -> twin.lock(account));
            if (known.isEmpty() || random.nextInt(10) == 0) {
                Subscription started = started(account);
                twins.same(() -> subscriptions.insert(started), () -> twin.insert(started));
            } else {
                Subscription next = random.nextInt(4) == 0 ? known.get() : moved(known.get());
                twins.same(() -> subscriptions.update(next), () -> twin.update(next));
            }
            twins.same(() -> Set.copyOf(subscriptions.lockEnded(now, 50)), () -> Set.copyOf(twin.lockEnded(now, 50)));
        }

        private Subscription moved(Subscription known) {
            return known.status() == SubscriptionStatus.EXPIRED
                    ? known.activated(subscriber(known.accountId()), TRIAL, period(), now)
                    : known.expired(now);
        }

        private Subscription started(UUID account) {
            return Subscription.starting(
                    Ids.next(), subscriber(account), SubscriptionStatus.TRIALING, TRIAL, period(), now);
        }

        private Period period() {
            return new Period(now, now.plusSeconds(1 + random.nextInt(600)));
        }

        private static Subscriber subscriber(UUID account) {
            return new Subscriber(account, List.of(account), Currency.getInstance("LKR"), ZoneId.of("Asia/Colombo"));
        }
    }
}

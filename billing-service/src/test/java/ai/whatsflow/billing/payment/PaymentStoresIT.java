package ai.whatsflow.billing.payment;

import ai.whatsflow.billing.Ids;
import ai.whatsflow.billing.invoice.PaymentMethod;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.memory.Twins;
import ai.whatsflow.billing.support.BillingIT;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.security.AccountScope;
import ai.whatsflow.platform.test.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What the simulation takes for payments and triggers answers as PostgreSQL does. */
@BillingIT
class PaymentStoresIT {

    private static final List<PaymentMethod> METHODS = List.of(PaymentMethod.GATEWAY, PaymentMethod.CASH);
    private static final List<UUID> ACCOUNTS = List.of(new UUID(1, 1), new UUID(1, 2));

    @Autowired
    private Payments payments;

    @Autowired
    private PaymentTriggers triggers;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    /** What is left over would be asked for by the workers of other tests. */
    @AfterEach
    void leaveNothingOpen() {
        jdbc.execute("TRUNCATE payments CASCADE");
    }

    @Test
    void answerAlike() {
        Seeds.check(15, random -> {
            jdbc.execute("TRUNCATE payments CASCADE");
            new Round(random).play(150);
        });
    }

    private final class Round {

        private final Random random;
        private final InMemoryPayments twin;
        private final InMemoryPaymentTriggers twinTriggers;
        private final Twins twins;
        private final List<UUID> ids = new ArrayList<>();
        private final Map<PaymentTriggers.Trigger, PaymentTriggers.Trigger> taken = new HashMap<>();
        private Instant now = Instant.parse("2026-11-21T00:00:00Z");

        Round(Random random) {
            InMemoryDatabase database = new InMemoryDatabase();
            this.random = random;
            this.twin = new InMemoryPayments(database);
            this.twinTriggers = new InMemoryPaymentTriggers(database);
            this.twins = new Twins(transaction, database, random);
        }

        void play(int moves) {
            for (int i = 0; i < moves; i++) {
                now = now.plusSeconds(1 + random.nextInt(60));
                twins.together(() -> {
                    for (int more = random.nextInt(3); more >= 0; more--) {
                        now = now.plusMillis(1);
                        move();
                    }
                });
                ids.forEach(id -> twins.same(() -> payments.find(id), () -> twin.find(id)));
            }
        }

        private void move() {
            if (ids.isEmpty() || random.nextInt(6) == 0) {
                Payment payment = opened();
                ids.add(payment.id());
                twins.same(() -> payments.insert(payment), () -> twin.insert(payment));
                return;
            }
            UUID id = ids.get(random.nextInt(ids.size()));
            if (twins.same(() -> payments.find(id), () -> twin.find(id)).isEmpty()) {
                return;
            }
            Payment locked = twins.same(() -> payments.lock(id), () -> twin.lock(id));
            switch (random.nextInt(11)) {
                case 0 -> succeed(locked);
                case 1 -> {
                    PaymentStatus end = random.nextBoolean() ? PaymentStatus.FAILED : PaymentStatus.CANCELLED;
                    twins.same(() -> payments.end(id, end, "over", null), () -> twin.end(id, end, "over", null));
                }
                case 2 -> {
                    PaymentStatus open = random.nextBoolean() ? PaymentStatus.PENDING : PaymentStatus.UNKNOWN;
                    Instant next = later();
                    twins.same(
                            () -> payments.postpone(id, open, "later", 2, next),
                            () -> twin.postpone(id, open, "later", 2, next));
                }
                case 3 -> {
                    Instant next = later();
                    twins.same(() -> payments.askAt(id, next), () -> twin.askAt(id, next));
                }
                case 4 -> twins.same(() -> payments.stopAsking(id), () -> twin.stopAsking(id));
                case 5 -> {
                    Instant lease = later();
                    twins.same(
                            () -> Set.copyOf(payments.claimDue(now, lease, 2)),
                            () -> Set.copyOf(twin.claimDue(now, lease, 2)));
                }
                case 6 -> twins.same(() -> payments.overdue(now, 3), () -> twin.overdue(now, 3));
                case 7 -> page();
                case 8 -> store(id);
                case 9 -> claimTriggers();
                default -> finishTriggers();
            }
            twins.same(() -> triggers.latest(id), () -> twinTriggers.latest(id));
        }

        private void succeed(Payment payment) {
            String providerId = "pay-" + random.nextInt(6);
            Settlement settlement = payment.provider() == null
                    ? Settlement.byPerson(new UUID(9, 9), "receipt", null)
                    : Settlement.byProvider(providerId);
            List<UUID> path = List.of(new UUID(3, 3), payment.accountId());
            twins.same(() -> payments.settledBy("PAYHERE", providerId), () -> twin.settledBy("PAYHERE", providerId));
            twins.same(
                    () -> payments.succeed(payment.id(), settlement, path, now),
                    () -> twin.succeed(payment.id(), settlement, path, now));
        }

        private void page() {
            PaymentFilter filter = new PaymentFilter(
                    new AccountScope(random.nextBoolean(), Set.of(ACCOUNTS.getFirst())),
                    random.nextBoolean() ? null : PaymentStatus.values()[random.nextInt(5)],
                    random.nextBoolean() ? null : METHODS.get(random.nextInt(2)),
                    random.nextBoolean() ? null : ACCOUNTS.get(random.nextInt(2)));
            UUID before = random.nextBoolean() ? new UUID(-1, -1) : ids.get(random.nextInt(ids.size()));
            int limit = 1 + random.nextInt(4);
            twins.same(() -> payments.page(filter, before, limit), () -> twin.page(filter, before, limit));
        }

        private void store(UUID id) {
            ProviderNotice notice = new ProviderNotice(
                    id.toString(), "claimed-" + random.nextInt(3), ProviderNotice.Status.values()[random.nextInt(4)]);
            Instant at = now;
            twins.same(
                    () -> triggers.store("PAYHERE", id, notice, at),
                    () -> twinTriggers.store("PAYHERE", id, notice, at));
        }

        /** Each store makes ids of its own, so a trigger is known by what it is about. */
        private void claimTriggers() {
            Instant lease = now.plusSeconds(10);
            List<PaymentTriggers.Trigger> real = new ArrayList<>();
            List<PaymentTriggers.Trigger> inMemory = new ArrayList<>();
            twins.same(
                    () -> {
                        real.addAll(triggers.claimDue(now, lease, 1));
                        return about(real);
                    },
                    () -> {
                        inMemory.addAll(twinTriggers.claimDue(now, lease, 1));
                        return about(inMemory);
                    });
            if (!real.isEmpty()) {
                taken.put(real.getFirst(), inMemory.getFirst());
            }
        }

        private void finishTriggers() {
            taken.forEach((real, inMemory) ->
                    twins.same(() -> triggers.done(real, now), () -> twinTriggers.done(inMemory, now)));
            taken.clear();
        }

        private static List<List<Object>> about(List<PaymentTriggers.Trigger> claimed) {
            return claimed.stream()
                    .map(trigger -> List.<Object>of(trigger.paymentId(), trigger.receivedAt()))
                    .toList();
        }

        private Instant later() {
            now = now.plusMillis(1);
            return now.plusSeconds(random.nextInt(100));
        }

        private Payment opened() {
            UUID account = ACCOUNTS.get(random.nextInt(2));
            boolean gateway = random.nextBoolean();
            Instant next = later();
            return new Payment(
                    Ids.next(),
                    account,
                    List.of(account),
                    PaymentType.RECHARGE,
                    gateway ? PaymentMethod.GATEWAY : PaymentMethod.CASH,
                    gateway ? "PAYHERE" : null,
                    null,
                    Money.of("10.00", "LKR"),
                    PaymentStatus.PENDING,
                    null,
                    null,
                    null,
                    null,
                    null,
                    0,
                    gateway ? next : null,
                    now,
                    now.plusSeconds(300),
                    null);
        }
    }
}

package ai.whatsflow.billing.purchase;

import ai.whatsflow.billing.Ids;
import ai.whatsflow.billing.invoice.PaymentMethod;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.memory.Twins;
import ai.whatsflow.billing.plan.CreatePackage;
import ai.whatsflow.billing.plan.Cycle;
import ai.whatsflow.billing.plan.Features;
import ai.whatsflow.billing.plan.Limits;
import ai.whatsflow.billing.plan.PackageTerms;
import ai.whatsflow.billing.plan.Visibility;
import ai.whatsflow.billing.support.BillingIT;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.test.Seeds;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the simulation takes for purchases answers as PostgreSQL does. */
@BillingIT
class PurchaseStoresIT {

    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final Money PRICE = Money.of("10.00", "LKR");

    @Autowired
    private CreatePackage createPackage;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void answerAlike() {
        PackageTerms terms = new PackageTerms(
                "Package", null, PRICE, new Limits(1, 1, 1, 1, 1), Features.NONE, Visibility.SUBDEALER_ONLY);
        UUID packageId = createPackage.create(terms, UUID.randomUUID()).packageId();
        Seeds.check(5, random -> new Round(random, packageId).play(60));
    }

    private final class Round {

        private final Random random;
        private final UUID packageId;
        private final JdbcPurchases purchases;
        private final InMemoryPurchases twin;
        private final Twins twins;
        private final List<UUID> accounts = List.of(UUID.randomUUID(), UUID.randomUUID());
        private final List<Purchase> made = new ArrayList<>();

        Round(Random random, UUID packageId) {
            Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
            InMemoryDatabase database = new InMemoryDatabase();
            this.random = random;
            this.packageId = packageId;
            this.purchases = new JdbcPurchases(jdbc, clock);
            this.twin = new InMemoryPurchases(database, clock);
            this.twins = new Twins(transaction, database, random);
        }

        void play(int moves) {
            for (int i = 0; i < moves; i++) {
                twins.together(this::move);
                made.forEach(
                        purchase -> twins.same(() -> purchases.find(purchase.id()), () -> twin.find(purchase.id())));
            }
        }

        private void move() {
            UUID account = accounts.get(random.nextInt(2));
            Optional<Purchase> open = twins.same(() -> purchases.openOf(account), () -> twin.openOf(account));
            if (open.isEmpty() || random.nextInt(5) == 0) {
                Purchase purchase = purchase(account);
                made.add(purchase);
                twins.same(() -> purchases.insert(purchase), () -> twin.insert(purchase));
                return;
            }
            UUID payment = open.get().paymentId();
            Purchase locked = twins.same(() -> purchases.lockByPayment(payment), () -> twin.lockByPayment(payment));
            PurchaseStatus end = PurchaseStatus.values()[random.nextInt(PurchaseStatus.values().length)];
            twins.same(() -> purchases.end(locked, end), () -> twin.end(locked, end));
            twins.same(() -> purchases.end(locked, end), () -> twin.end(locked, end));
        }

        private Purchase purchase(UUID account) {
            UUID paymentId = Ids.next();
            UUID invoiceId = Ids.next();
            jdbc.sql("""
                            INSERT INTO payments (payment_id, account_id, account_path, type, method, amount_minor,
                                currency, status, created_at, expires_at)
                            VALUES (?, ?, '{}', 'PURCHASE', 'CASH', 1, 'LKR', 'CANCELLED', now(), now())
                            """).params(paymentId, account).update();
            jdbc.sql("""
                            INSERT INTO invoices (invoice_id, account_id, account_path, version, status, net_minor,
                                tax_minor, currency, created_at)
                            VALUES (?, ?, '{}', 1, 'DRAFT', 1, 0, 'LKR', now())
                            """).params(invoiceId, account).update();
            return new Purchase(
                    Ids.next(),
                    account,
                    UUID.randomUUID(),
                    packageId,
                    1,
                    Cycle.MONTHLY,
                    PaymentMethod.CASH,
                    PRICE.minus(PRICE),
                    PRICE,
                    PurchaseStatus.PENDING,
                    null,
                    invoiceId,
                    paymentId,
                    NOW,
                    null);
        }
    }
}

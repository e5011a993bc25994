package ai.whatsflow.billing.receivable;

import ai.whatsflow.billing.Ids;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.memory.Twins;
import ai.whatsflow.billing.support.BillingIT;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.test.Seeds;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the simulation takes for debts answers as PostgreSQL does. */
@BillingIT
class DebtsIT {

    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

    @Autowired
    private Debts debts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void answerAlike() {
        Seeds.check(6, random -> new Round(random).play(80));
    }

    private final class Round {

        private final Random random;
        private final InMemoryDebts twin;
        private final Twins twins;
        private final List<UUID> dealers = List.of(UUID.randomUUID(), UUID.randomUUID());
        private final List<UUID> customers = List.of(UUID.randomUUID(), UUID.randomUUID());
        private final List<UUID> payments;
        private final List<UUID> invoices;

        Round(Random random) {
            InMemoryDatabase database = new InMemoryDatabase();
            this.random = random;
            this.twin = new InMemoryDebts(database);
            this.twins = new Twins(transaction, database, random);
            this.payments = IntStream.range(0, 30).mapToObj(unused -> payment()).toList();
            this.invoices = IntStream.range(0, 10).mapToObj(unused -> invoice()).toList();
        }

        void play(int moves) {
            for (int i = 0; i < moves; i++) {
                twins.together(this::move);
            }
        }

        private void move() {
            UUID dealer = any(dealers);
            UUID customer = any(customers);
            List<Debt> open = twins.same(() -> debts.lockOpen(dealer, "LKR"), () -> twin.lockOpen(dealer, "LKR"));
            List<Debt> recharges =
                    twins.same(() -> debts.openRechargesOf(customer), () -> twin.openRechargesOf(customer));
            switch (random.nextInt(3)) {
                case 0 -> {
                    Debt debt = new Debt(Ids.next(), dealer, Money.ofMinor(1 + random.nextInt(9), "LKR"));
                    UUID payment = any(payments);
                    DebtPurpose purpose = random.nextBoolean() ? DebtPurpose.RECHARGE : DebtPurpose.PURCHASE;
                    twins.same(
                            () -> debts.insert(debt, customer, payment, purpose, NOW),
                            () -> twin.insert(debt, customer, payment, purpose, NOW));
                }
                case 1 -> {
                    UUID invoice = any(invoices);
                    List<UUID> linked = recharges.stream().map(Debt::id).toList();
                    twins.same(() -> debts.link(invoice, linked), () -> twin.link(invoice, linked));
                }
                default ->
                    open.stream().findFirst().ifPresent(debt -> {
                        Money part = random.nextBoolean() ? debt.outstanding() : Money.ofMinor(1, "LKR");
                        twins.same(() -> debts.pay(debt, part, NOW), () -> twin.pay(debt, part, NOW));
                        twins.same(() -> debts.clearedInvoices(debt.id()), () -> twin.clearedInvoices(debt.id()));
                    });
            }
        }

        private UUID any(List<UUID> of) {
            return of.get(random.nextInt(of.size()));
        }

        private UUID payment() {
            UUID id = Ids.next();
            jdbc.sql("""
                            INSERT INTO payments (payment_id, account_id, account_path, type, method, amount_minor,
                                currency, status, created_at, expires_at)
                            VALUES (?, ?, '{}', 'RECHARGE', 'CASH', 1, 'LKR', 'CANCELLED', now(), now())
                            """).params(id, id).update();
            return id;
        }

        private UUID invoice() {
            UUID id = Ids.next();
            jdbc.sql("""
                            INSERT INTO invoices (invoice_id, account_id, account_path, version, status, net_minor,
                                tax_minor, currency, created_at)
                            VALUES (?, ?, '{}', 1, 'DRAFT', 1, 0, 'LKR', now())
                            """).params(id, id).update();
            return id;
        }
    }
}

package ai.whatsflow.billing.invoice;

import ai.whatsflow.billing.Ids;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.memory.Twins;
import ai.whatsflow.billing.support.BillingIT;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.security.AccountScope;
import ai.whatsflow.platform.test.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What the simulation takes for invoices answers as PostgreSQL does. */
@BillingIT
class InvoiceStoresIT {

    private static final Money PRICE = Money.of("10.00", "LKR");

    @Autowired
    private Invoices invoices;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void answerAlike() {
        Seeds.check(8, random -> new Round(random).play(80));
    }

    private final class Round {

        private final Random random;
        private final InMemoryInvoices twin;
        private final Twins twins;
        private final String series = "T"
                + Integer.toString(Math.abs(UUID.randomUUID().hashCode()), 36).toUpperCase();
        private final UUID account = UUID.randomUUID();
        private final List<UUID> ids = new ArrayList<>();
        private Instant now = Instant.parse("2026-11-21T00:00:00Z");
        private int number;

        Round(Random random) {
            InMemoryDatabase database = new InMemoryDatabase();
            this.random = random;
            this.twin = new InMemoryInvoices(database);
            this.twins = new Twins(transaction, database, random);
        }

        void play(int moves) {
            for (int i = 0; i < moves; i++) {
                now = now.plusSeconds(1);
                twins.together(() -> {
                    move();
                    move();
                });
                ids.forEach(id -> twins.same(() -> invoices.find(id), () -> twin.find(id)));
            }
        }

        private void move() {
            if (ids.isEmpty() || random.nextInt(5) == 0) {
                Invoice draft = draft();
                ids.add(draft.id());
                twins.same(() -> invoices.insert(draft), () -> twin.insert(draft));
                return;
            }
            UUID id = ids.get(Math.max(random.nextInt(ids.size()), random.nextInt(ids.size())));
            if (twins.same(() -> invoices.find(id), () -> twin.find(id)).isEmpty()) {
                return;
            }
            switch (random.nextInt(6)) {
                case 0 -> {
                    Instant end = now.plusSeconds(9);
                    twins.same(() -> invoices.setPeriod(id, now, end), () -> twin.setPeriod(id, now, end));
                }
                case 1 -> {
                    InvoiceNumber next = new InvoiceNumber(series, 2026, ++number);
                    List<UUID> path = List.of(new UUID(1, 1), account);
                    twins.same(() -> invoices.issue(id, path, next, now), () -> twin.issue(id, path, next, now));
                }
                case 2 -> {
                    Allocations all =
                            Allocations.of(PRICE.minus(PRICE), PRICE, PRICE.minus(PRICE), PaymentMethod.WALLET, null);
                    UUID heldBy = random.nextBoolean() ? null : new UUID(2, 2);
                    twins.same(() -> invoices.pay(id, all, heldBy, now), () -> twin.pay(id, all, heldBy, now));
                }
                case 3 -> twins.same(() -> invoices.clear(id, now), () -> twin.clear(id, now));
                case 4 ->
                    twins.same(
                            () -> invoices.advance(id, InvoiceStatus.DRAFT, InvoiceStatus.VOID),
                            () -> twin.advance(id, InvoiceStatus.DRAFT, InvoiceStatus.VOID));
                default -> {
                    AccountScope scope = new AccountScope(false, Set.of(account));
                    UUID before = random.nextBoolean() ? new UUID(-1, -1) : id;
                    twins.same(() -> invoices.page(scope, before, 3), () -> twin.page(scope, before, 3));
                }
            }
        }

        private Invoice draft() {
            InvoiceLine line = InvoiceLine.ofPackage("Package", UUID.randomUUID(), 1, PRICE);
            return new Invoice(
                    Ids.next(),
                    account,
                    List.of(account),
                    1,
                    InvoiceStatus.DRAFT,
                    null,
                    line.net(),
                    line.tax(),
                    List.of(line),
                    List.of(),
                    now,
                    null,
                    null,
                    null,
                    true,
                    null);
        }
    }
}

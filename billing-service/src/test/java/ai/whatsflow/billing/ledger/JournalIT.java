package ai.whatsflow.billing.ledger;

import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.memory.Twins;
import ai.whatsflow.billing.support.BillingIT;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.test.Seeds;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What the simulation takes for the ledger answers as PostgreSQL does. */
@BillingIT
class JournalIT {

    private static final List<LedgerCode> CODES = List.of(
            LedgerCode.WALLET_RECHARGED,
            LedgerCode.WALLET_HELD_RECHARGED,
            LedgerCode.SUBDEALER_RECEIVABLE,
            LedgerCode.SUSPENSE,
            LedgerCode.COMMISSION_PAYABLE,
            LedgerCode.COMMISSION_EXPENSE);
    private static final List<EntryKind> KINDS = List.of(EntryKind.RECHARGE, EntryKind.PURCHASE);

    @Autowired
    private Ledger ledger;

    @Autowired
    private Balances balances;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void answersAlike() {
        Seeds.check(10, random -> new Round(random).play(120));
    }

    private final class Round {

        private final Random random;
        private final InMemoryJournal twin;
        private final Twins twins;
        private final List<UUID> owners = List.of(UUID.randomUUID(), UUID.randomUUID());
        private final List<UUID> references =
                IntStream.range(0, 40).mapToObj(unused -> UUID.randomUUID()).toList();

        Round(Random random) {
            InMemoryDatabase database = new InMemoryDatabase();
            this.random = random;
            this.twin = new InMemoryJournal(database);
            this.twins = new Twins(transaction, database, random);
        }

        void play(int moves) {
            for (int i = 0; i < moves; i++) {
                twins.together(() -> {
                    Entry entry = entry();
                    twins.same(
                            () -> ledger.holds(entry.kind(), entry.reference()),
                            () -> twin.holds(entry.kind(), entry.reference()));
                    twins.same(() -> ledger.post(entry) != null, () -> twin.post(entry) != null);
                });
                compare();
            }
        }

        private void compare() {
            Currency currency = Currency.getInstance(random.nextBoolean() ? "LKR" : "USD");
            LedgerAccount account = account();
            UUID owner = owners.get(random.nextInt(2));
            LedgerCode code = account.code();
            twins.same(() -> balances.of(account, currency), () -> twin.of(account, currency));
            twins.same(() -> balances.ofOwner(owner, currency), () -> twin.ofOwner(owner, currency));
            twins.same(() -> ours(balances.all(currency)), () -> ours(twin.all(currency)));
            twins.same(() -> Set.copyOf(ours(balances.open(code))), () -> Set.copyOf(ours(twin.open(code))));
        }

        /** The books keep what other tests posted. */
        private List<Balance> ours(List<Balance> all) {
            return all.stream()
                    .filter(balance -> owners.stream()
                            .anyMatch(owner -> owner.equals(balance.account().ownerId())))
                    .sorted(Comparator.comparing(balance -> balance.toString()))
                    .toList();
        }

        private Entry entry() {
            String currency = random.nextInt(4) == 0 ? "USD" : "LKR";
            Money amount = Money.ofMinor(1 + random.nextInt(100), currency);
            Entry entry = Entry.of(KINDS.get(random.nextInt(2)), references.get(random.nextInt(40)))
                    .debit(account(), amount)
                    .credit(account(), random.nextInt(12) == 0 ? amount.plus(amount) : amount);
            return random.nextInt(3) == 0 ? entry.debit(account(), amount).credit(account(), amount) : entry;
        }

        private LedgerAccount account() {
            return LedgerAccount.of(CODES.get(random.nextInt(CODES.size())), owners.get(random.nextInt(2)));
        }
    }
}

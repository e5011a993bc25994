package ai.whatsflow.billing.ledger;

import ai.whatsflow.billing.Ids;
import ai.whatsflow.billing.memory.InMemory;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.memory.Table;
import ai.whatsflow.platform.money.Money;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The journal and the balances that follow from it. */
@InMemory
public class InMemoryJournal implements Ledger, Balances {

    private final Table<Key, Entry> entries;
    private final Table<AccountKey, Long> balances;

    InMemoryJournal(InMemoryDatabase database) {
        this.entries = database.table();
        this.balances = database.table();
    }

    public Collection<Entry> entries() {
        return entries.all();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID post(Entry entry) {
        if (!entry.balances()) {
            throw new IllegalArgumentException("unbalanced entry " + entry);
        }
        write(entry);
        return Ids.next();
    }

    void write(Entry entry) {
        entries.insert(new Key(entry.kind(), entry.reference()), entry);
        Map<AccountKey, Long> deltas = new LinkedHashMap<>();
        entry.legs()
                .forEach(leg -> deltas.merge(AccountKey.of(leg), leg.amount().minor(), Math::addExact));
        deltas.forEach((key, delta) -> {
            long moved = balances.find(key).orElse(0L) + delta;
            if (crossesZero(key, moved)) {
                throw new OverdrawnException(entry);
            }
            balances.put(key, moved);
        });
    }

    private static boolean crossesZero(AccountKey key, long moved) {
        return switch (key.account().code().side()) {
            case LIABILITY -> moved > 0;
            case ASSET -> moved < 0;
            case FREE -> false;
        };
    }

    @Override
    public boolean holds(EntryKind kind, UUID reference) {
        return entries.find(new Key(kind, reference)).isPresent();
    }

    @Override
    public Money of(LedgerAccount account, Currency currency) {
        AccountKey key = new AccountKey(account, currency.getCurrencyCode());
        return new Money(balances.find(key).orElse(0L), currency);
    }

    @Override
    public Map<LedgerCode, Money> ofOwner(UUID ownerId, Currency currency) {
        Map<LedgerCode, Money> found = new EnumMap<>(LedgerCode.class);
        balances.byKey().forEach((key, minor) -> {
            if (key.account().storedOwner().equals(ownerId) && key.currency().equals(currency.getCurrencyCode())) {
                found.put(key.account().code(), new Money(minor, currency));
            }
        });
        return found;
    }

    @Override
    public List<Balance> all(Currency currency) {
        return balances.byKey().entrySet().stream()
                .filter(row -> row.getKey().currency().equals(currency.getCurrencyCode()))
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(row -> new Balance(row.getKey().account(), new Money(row.getValue(), currency)))
                .toList();
    }

    @Override
    public List<Balance> open(LedgerCode code) {
        return balances.byKey().entrySet().stream()
                .filter(row -> row.getKey().account().code() == code && row.getValue() != 0)
                .map(row -> new Balance(
                        row.getKey().account(),
                        Money.ofMinor(row.getValue(), row.getKey().currency())))
                .toList();
    }

    /** Balances are only moved by entries here, so they never drift. */
    @Override
    public long drifted() {
        return 0;
    }

    record Key(EntryKind kind, UUID reference) {}
}

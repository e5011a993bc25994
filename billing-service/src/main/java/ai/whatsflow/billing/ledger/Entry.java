package ai.whatsflow.billing.ledger;

import ai.whatsflow.platform.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is to be posted: legs that add up to nothing in each currency. Zero legs are left out.
 *
 * @param reference the fact that caused it, for example a payment
 */
public record Entry(EntryKind kind, UUID reference, List<Leg> legs) {

    public Entry {
        legs = List.copyOf(legs);
    }

    public static Entry of(EntryKind kind, UUID reference) {
        return new Entry(kind, reference, List.of());
    }

    public Entry debit(LedgerAccount account, Money amount) {
        return with(List.of(Leg.debit(account, amount)));
    }

    public Entry credit(LedgerAccount account, Money amount) {
        return with(List.of(Leg.credit(account, amount)));
    }

    public Entry with(List<Leg> more) {
        List<Leg> all = new ArrayList<>(legs);
        more.stream().filter(leg -> !leg.amount().isZero()).forEach(all::add);
        return new Entry(kind, reference, all);
    }

    boolean balances() {
        Map<String, Long> sums = new HashMap<>();
        for (Leg leg : legs) {
            sums.merge(leg.amount().currency().getCurrencyCode(), leg.amount().minor(), Math::addExact);
        }
        return legs.size() >= 2 && sums.values().stream().allMatch(sum -> sum == 0);
    }
}

package ai.whatsflow.billing.ledger;

import java.util.Comparator;

/** What a balance is kept for; sorted as the database sorts, so that rows are locked in one order. */
record AccountKey(LedgerAccount account, String currency) implements Comparable<AccountKey> {

    private static final Comparator<AccountKey> ORDER = Comparator.comparing(
                    (AccountKey key) -> key.account().code().name())
            .thenComparing(key -> key.account().storedOwner().toString())
            .thenComparing(AccountKey::currency);

    static AccountKey of(Leg leg) {
        return new AccountKey(leg.account(), leg.amount().currency().getCurrencyCode());
    }

    @Override
    public int compareTo(AccountKey other) {
        return ORDER.compare(this, other);
    }
}

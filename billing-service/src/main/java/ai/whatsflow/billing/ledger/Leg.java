package ai.whatsflow.billing.ledger;

import ai.whatsflow.platform.money.Money;

/**
 * One side of an entry.
 *
 * @param amount positive for a debit, negative for a credit
 */
public record Leg(LedgerAccount account, Money amount) {

    public static Leg debit(LedgerAccount account, Money amount) {
        return new Leg(account, amount);
    }

    public static Leg credit(LedgerAccount account, Money amount) {
        return new Leg(account, amount.negate());
    }
}

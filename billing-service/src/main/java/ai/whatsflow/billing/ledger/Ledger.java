package ai.whatsflow.billing.ledger;

import java.util.UUID;

/**
 * The journal. An entry and the balances it moves are written in the caller's transaction. Rows of balances are locked
 * in one order, so entries never deadlock as long as a transaction posts at most one entry to shared accounts.
 */
public interface Ledger {

    /**
     * Posts one entry.
     *
     * @throws IllegalArgumentException if it does not balance
     * @throws OverdrawnException if a wallet would go below zero, or a receivable above what is owed
     * @throws org.springframework.dao.DuplicateKeyException if its kind and reference were posted before
     */
    UUID post(Entry entry);

    /** Whether this fact is in the books. */
    boolean holds(EntryKind kind, UUID reference);
}

package ai.whatsflow.billing.memory;

/** What can come in between, at the places where a transaction meets the others. May throw to end it there. */
public interface Interruptions {

    Interruptions NONE = new Interruptions() {};

    /** Everything is written and nothing is kept yet; what is thrown here rolls it back. */
    default void beforeCommit() {}

    /** It is kept; what is thrown here is not known to whoever asked for it. */
    default void afterCommit() {}

    /** The transaction waits for a lock; others may run to their ends. */
    default void waiting() {}
}

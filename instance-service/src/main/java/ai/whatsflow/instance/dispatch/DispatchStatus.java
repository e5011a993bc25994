package ai.whatsflow.instance.dispatch;

/** What is known of a message. It only rises; a failure can be lifted by a late acknowledgement, never the reverse. */
public enum DispatchStatus {
    /** Waiting, or given to a node with the outcome still unknown. */
    PENDING(0),
    /** It was never given to any node and its time is over. */
    EXPIRED(1),
    FAILED(1),
    SENT(2),
    DELIVERED(3),
    READ(4);

    private final short rank;

    DispatchStatus(int rank) {
        this.rank = (short) rank;
    }

    /** The order that the database compares too. */
    short rank() {
        return rank;
    }

    boolean mayBecome(DispatchStatus next) {
        return next.rank > rank;
    }
}

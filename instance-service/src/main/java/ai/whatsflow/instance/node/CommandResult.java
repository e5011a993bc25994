package ai.whatsflow.instance.node;

/** A node's answer to one command. */
public enum CommandResult {
    ACCEPTED,
    /** It was done before, and its outcome is on record. */
    DONE,
    STALE_EPOCH,
    NOT_OWNER,
    BUSY,
    NOT_READY,
    EXPIRED;

    /** Whether the node has taken it on; its outcome will come as an event. */
    public boolean isTaken() {
        return this == ACCEPTED || this == DONE;
    }
}

package ai.whatsflow.node.engine;

/** What became of handing a message to the connection. */
public enum Handover {
    /** It has left, or may have. */
    HANDED,
    /** The device is not online; nothing left. */
    NOT_ONLINE,
    /** The session's lease does not hold or its state was refused; nothing left. */
    FENCED
}

package ai.whatsflow.node.engine;

/** Why a connection is over. */
public enum Ending {
    /** The socket broke, or was refused for a reason that may pass. */
    LOST,
    /** {@link EngineConnection#close} was called. */
    CLOSED,
    /** WhatsApp says that another socket of the same device took over. */
    CONFLICT,
    /** The device's link was ended; the engine has marked the saved state so, and has kept it. */
    LOGGED_OUT,
    BANNED,
    /** Nobody scanned the last code. */
    PAIRING_TIMED_OUT,
    /** {@link Fence#save} answered STALE. */
    STATE_REFUSED
}

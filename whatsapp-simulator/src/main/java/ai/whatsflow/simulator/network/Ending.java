package ai.whatsflow.simulator.network;

/** Why WhatsApp ends a device's socket. */
public enum Ending {
    /** Another socket of the same device came: the newest wins. */
    CONFLICT,
    LOGGED_OUT,
    BANNED,
    /** The connection is cut without a word. */
    CUT
}

package ai.whatsflow.serverregistry.server;

/** How a server is. Derived from what is known about it, never set. */
public enum ServerStatus {
    ONLINE,
    /** Some heartbeats are missing: nothing new is placed there. */
    SUSPECT,
    /** No node runs, or too many heartbeats are missing. */
    OFFLINE,
    /** Operations have taken it out: planned, so it says so even while the node is down. */
    MAINTENANCE,
    /** The node asks for its sessions to be moved. */
    DRAINING;

    static ServerStatus of(
            boolean maintenance, boolean running, long missedHeartbeats, boolean draining, HealthProperties limits) {
        if (maintenance) {
            return MAINTENANCE;
        }
        if (!running || missedHeartbeats >= limits.offlineAfter()) {
            return OFFLINE;
        }
        if (missedHeartbeats >= limits.suspectAfter()) {
            return SUSPECT;
        }
        return draining ? DRAINING : ONLINE;
    }
}

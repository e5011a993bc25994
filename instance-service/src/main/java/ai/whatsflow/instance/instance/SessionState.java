package ai.whatsflow.instance.instance;

/** Where a device session stands, as its node last said; {@code DELETED} is ours. */
public enum SessionState {
    CREATED,
    STARTING,
    QR,
    CONNECTING,
    ONLINE,
    RECONNECTING,
    LOGGED_OUT,
    STOPPED,
    DELETED;

    /**
     * Whether a node may take a session of its own epoch from here to there. A node knows best what its session does;
     * only the ends are ours to keep: what is deleted stays so, and a session that stops after a log-out is still
     * logged out.
     */
    boolean mayBecome(SessionState next) {
        return switch (this) {
            case DELETED -> false;
            case LOGGED_OUT -> next != STOPPED && next != DELETED;
            default -> next != DELETED && next != CREATED;
        };
    }
}

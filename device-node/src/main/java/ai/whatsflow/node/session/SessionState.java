package ai.whatsflow.node.session;

/** A session's state as the platform knows it. */
public enum SessionState {
    STARTING,
    QR,
    CONNECTING,
    ONLINE,
    RECONNECTING,
    LOGGED_OUT,
    STOPPED
}

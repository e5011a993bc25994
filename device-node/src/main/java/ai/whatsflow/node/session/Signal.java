package ai.whatsflow.node.session;

/** What can happen to a session. */
enum Signal {
    LEASE_GRANTED,
    /** The moment before the lease is over by our clock. */
    LEASE_RUNNING_OUT,
    /** The platform says that it is not ours. */
    LEASE_GONE,
    STATE_FOUND,
    STATE_ABSENT,
    STATE_STALE,
    STATE_UNAVAILABLE,
    QR_ISSUED,
    LINKED,
    CONNECTED,
    SOCKET_LOST,
    CONFLICT,
    LOGGED_OUT,
    BANNED,
    PAIRING_TIMED_OUT,
    RETRY_DUE,
    STOP,
    SHUTDOWN
}

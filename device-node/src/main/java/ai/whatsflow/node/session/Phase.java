package ai.whatsflow.node.session;

/** Where a session stands inside the node: finer than what the platform is told. */
enum Phase {
    /** Waits for the platform to confirm the lease; nothing is open. */
    STARTING,
    /** Reads the saved state. */
    LOADING,
    /** The engine is at work. */
    CONNECTING,
    /** A code is shown. */
    PAIRING,
    ONLINE,
    /** Waits before the next try. */
    WAITING,
    /** The lease ran out here before it was renewed; the socket is closed and the platform's verdict is awaited. */
    FENCED,
    /** WhatsApp reported a conflict; the lease is read again before anything else. */
    CHECKING,
    ENDED
}

package ai.whatsflow.node.lease;

/** What a session asks of the keeper of leases. Thread-safe; no method blocks. */
public interface LeaseRequests {

    /** Renew now: a session waits for its first lease, or doubts the one it has. */
    void renewSoon();

    /** To be called after the session's socket is closed. */
    void release(Lease lease);
}

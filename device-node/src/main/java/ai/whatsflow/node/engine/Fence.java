package ai.whatsflow.node.engine;

/** What keeps a session that is no longer ours from speaking. Thread-safe. */
public interface Fence {

    enum Save {
        SAVED,
        /** A newer epoch owns the session, or the state was changed by another: stop. */
        STALE,
        /** It could not be learned whether the state was saved; trying again is safe. */
        UNAVAILABLE
    }

    /** Whether the lease holds at this moment. Cheap; ask right before each write. */
    boolean holds();

    /** Saves the session's state under its epoch. Blocks. */
    Save save(byte[] state);
}

package ai.whatsflow.node.vault;

import java.util.UUID;

/** The platform's store of session states: sealed there, versioned, and writable under the newest epoch only. */
public interface SessionVault {

    sealed interface Loaded {

        record Stored(VaultEntry entry) implements Loaded {}

        record Nothing() implements Loaded {}

        /** A newer epoch owns the session. */
        record Stale() implements Loaded {}

        record Unavailable(String why) implements Loaded {}
    }

    sealed interface Saved {

        record Version(long version) implements Saved {}

        /** The epoch or the expected version is not the newest. */
        record Stale() implements Saved {}

        /** No answer: it may have been saved or not. */
        record Unavailable(String why) implements Saved {}
    }

    /** Blocks; never throws. */
    Loaded load(UUID instanceId, long epoch);

    /** @param expectedVersion 0 when nothing is stored yet. Blocks; never throws. */
    Saved save(UUID instanceId, long epoch, long expectedVersion, byte[] state);
}

package ai.whatsflow.node.session;

import ai.whatsflow.node.engine.Fence;
import ai.whatsflow.node.lease.Lease;
import ai.whatsflow.node.vault.SessionVault;
import ai.whatsflow.node.vault.SessionVault.Loaded;
import ai.whatsflow.node.vault.SessionVault.Saved;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Saves one session's state under its epoch, and knows the version it builds on. Thread-safe. */
final class SessionFence implements Fence {

    private final SessionVault vault;
    private final Lease lease;
    private final BooleanSupplier holds;
    private long version;

    SessionFence(SessionVault vault, Lease lease, BooleanSupplier holds) {
        this.vault = vault;
        this.lease = lease;
        this.holds = holds;
    }

    @Override
    public boolean holds() {
        return holds.getAsBoolean();
    }

    synchronized Signal load(Keep keep) {
        return switch (vault.load(lease.instanceId(), lease.epoch())) {
            case Loaded.Stored(var entry) -> {
                version = entry.version();
                keep.state(entry.state());
                yield Signal.STATE_FOUND;
            }
            case Loaded.Nothing() -> {
                version = 0;
                keep.state(null);
                yield Signal.STATE_ABSENT;
            }
            case Loaded.Stale() -> Signal.STATE_STALE;
            case Loaded.Unavailable(String why) -> Signal.STATE_UNAVAILABLE;
        };
    }

    /** Takes what was loaded. */
    interface Keep {
        void state(byte @Nullable [] state);
    }

    @Override
    public synchronized Save save(byte[] state) {
        if (!holds()) {
            return Save.UNAVAILABLE;
        }
        return switch (vault.save(lease.instanceId(), lease.epoch(), version, state)) {
            case Saved.Version(long saved) -> {
                version = saved;
                yield Save.SAVED;
            }
            case Saved.Stale() -> wasItSavedAfterAll(state);
            case Saved.Unavailable(String why) -> Save.UNAVAILABLE;
        };
    }

    /** An earlier try may have been saved and its answer lost: then the vault holds exactly this state. */
    private Save wasItSavedAfterAll(byte[] state) {
        return switch (vault.load(lease.instanceId(), lease.epoch())) {
            case Loaded.Stored(var entry)
            when Arrays.equals(entry.state(), state) -> {
                version = entry.version();
                yield Save.SAVED;
            }
            case Loaded.Unavailable(String why) -> Save.UNAVAILABLE;
            default -> Save.STALE;
        };
    }
}

package ai.whatsflow.node.support;

import ai.whatsflow.node.vault.SessionVault;
import ai.whatsflow.node.vault.VaultEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A vault that fences by epoch and version, and can lose its answer after it saved. */
public final class InMemoryVault implements SessionVault {

    private final Map<UUID, VaultEntry> entries = new HashMap<>();
    private final Map<UUID, Long> epochs = new HashMap<>();
    private boolean losesAnswer;

    @Override
    public synchronized Loaded load(UUID instanceId, long epoch) {
        if (epoch < epochs.getOrDefault(instanceId, 0L)) {
            return new Loaded.Stale();
        }
        VaultEntry entry = entries.get(instanceId);
        return entry == null ? new Loaded.Nothing() : new Loaded.Stored(entry);
    }

    @Override
    public synchronized Saved save(UUID instanceId, long epoch, long expectedVersion, byte[] state) {
        if (epoch < epochs.getOrDefault(instanceId, 0L) || expectedVersion != version(instanceId)) {
            return new Saved.Stale();
        }
        epochs.put(instanceId, epoch);
        entries.put(instanceId, new VaultEntry(expectedVersion + 1, state.clone()));
        if (losesAnswer) {
            losesAnswer = false;
            return new Saved.Unavailable("lost");
        }
        return new Saved.Version(expectedVersion + 1);
    }

    public synchronized long version(UUID instanceId) {
        VaultEntry entry = entries.get(instanceId);
        return entry == null ? 0 : entry.version();
    }

    public synchronized void loseNextAnswer() {
        losesAnswer = true;
    }
}

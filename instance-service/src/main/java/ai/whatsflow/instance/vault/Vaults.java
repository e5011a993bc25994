package ai.whatsflow.instance.vault;

import ai.whatsflow.instance.node.NodeCaller;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Sealed session states; every write is fenced by the epoch of the assignment. */
interface Vaults {

    /** Whether this run owns the instance under this epoch; keeps a take-over out until the transaction ends. */
    boolean lockOwnership(NodeCaller node, UUID instanceId, long epoch);

    Optional<VaultState> find(UUID instanceId);

    /** Replaces the expected version; an expected version of 0 starts anew where there is none or a tombstone. */
    Optional<Long> save(UUID instanceId, long epoch, long expectedVersion, byte[] state);

    /** Keeps the states but lets nobody resume from them. */
    void tombstone(Collection<UUID> instanceIds);

    void delete(UUID instanceId);
}

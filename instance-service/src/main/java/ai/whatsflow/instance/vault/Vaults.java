package ai.whatsflow.instance.vault;

import ai.whatsflow.instance.node.NodeCaller;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Sealed session states; every write is fenced by the epoch of the assignment. */
interface Vaults {

    /** Which of these this run owns; keeps take-overs of them out until the transaction ends. */
    Set<Claim> lockOwnership(NodeCaller node, Collection<Claim> claims);

    /**
     * Those that can be resumed from, by instance: {@code Found}, or {@code Later} once the found ones together have
     * reached so many bytes.
     */
    Map<UUID, VaultAnswer> find(Collection<UUID> instanceIds, long bytes);

    /**
     * Replaces the expected versions; an expected version of 0 starts anew where there is none or a tombstone.
     *
     * @param writes one for an instance at most
     * @return the new versions of those that were saved
     */
    Map<UUID, Long> save(Collection<VaultWrite> writes);

    /** Keeps the states but lets nobody resume from them. */
    void tombstone(Collection<UUID> instanceIds);

    void delete(UUID instanceId);
}

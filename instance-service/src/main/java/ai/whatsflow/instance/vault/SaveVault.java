package ai.whatsflow.instance.vault;

import ai.whatsflow.instance.node.NodeCaller;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the states of sessions for whoever owns them next; only the owner under the current epoch can. */
@Service
public class SaveVault {

    private final Vaults vaults;

    SaveVault(Vaults vaults) {
        this.vaults = vaults;
    }

    /**
     * @param writes one for a claim
     * @return an answer to each, in their order; what is stale does not keep the others from being saved
     */
    @Transactional
    public Map<Claim, VaultAnswer> save(NodeCaller node, Collection<VaultWrite> writes) {
        Set<Claim> owned = vaults.lockOwnership(
                node, writes.stream().map(VaultWrite::claim).toList());
        List<VaultWrite> fenced =
                writes.stream().filter(write -> owned.contains(write.claim())).toList();
        Map<UUID, Long> versions = vaults.save(fenced);
        Map<Claim, VaultAnswer> answers = new LinkedHashMap<>();
        for (VaultWrite write : writes) {
            Long version = owned.contains(write.claim()) ? versions.get(write.instanceId()) : null;
            answers.put(write.claim(), version == null ? new VaultAnswer.Stale() : new VaultAnswer.Saved(version));
        }
        return answers;
    }
}

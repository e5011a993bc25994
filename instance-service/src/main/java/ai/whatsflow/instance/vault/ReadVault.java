package ai.whatsflow.instance.vault;

import ai.whatsflow.instance.node.NodeCaller;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives the owner of sessions the states to resume them from. */
@Service
public class ReadVault {

    /** What one answer carries, if it is not a single state. */
    private static final long ANSWER_BYTES = 4_000_000;

    private final Vaults vaults;

    ReadVault(Vaults vaults) {
        this.vaults = vaults;
    }

    /** @return an answer to each claim, in their order */
    @Transactional
    public Map<Claim, VaultAnswer> read(NodeCaller node, Collection<Claim> claims) {
        Set<Claim> owned = vaults.lockOwnership(node, claims);
        Map<UUID, VaultAnswer> found =
                vaults.find(owned.stream().map(Claim::instanceId).toList(), ANSWER_BYTES);
        Map<Claim, VaultAnswer> answers = new LinkedHashMap<>();
        for (Claim claim : claims) {
            answers.put(
                    claim,
                    owned.contains(claim)
                            ? found.getOrDefault(claim.instanceId(), new VaultAnswer.Empty())
                            : new VaultAnswer.Stale());
        }
        return answers;
    }
}

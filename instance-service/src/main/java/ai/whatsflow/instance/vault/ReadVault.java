package ai.whatsflow.instance.vault;

import ai.whatsflow.instance.node.NodeCaller;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives the owner of a session the state to resume it from. */
@Service
public class ReadVault {

    private final Vaults vaults;

    ReadVault(Vaults vaults) {
        this.vaults = vaults;
    }

    @Transactional
    public VaultAnswer read(NodeCaller node, UUID instanceId, long epoch) {
        if (!vaults.lockOwnership(node, instanceId, epoch)) {
            return new VaultAnswer.Stale();
        }
        return vaults.find(instanceId).<VaultAnswer>map(VaultAnswer.Found::new).orElseGet(VaultAnswer.Empty::new);
    }
}

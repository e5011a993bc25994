package ai.whatsflow.instance.vault;

import ai.whatsflow.instance.node.NodeCaller;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the state of a session for whoever owns it next; only the owner under the current epoch can. */
@Service
public class SaveVault {

    private final Vaults vaults;

    SaveVault(Vaults vaults) {
        this.vaults = vaults;
    }

    /** @param expectedVersion the version this state follows; 0 if there was none */
    @Transactional
    public VaultAnswer save(NodeCaller node, UUID instanceId, long epoch, long expectedVersion, byte[] state) {
        if (!vaults.lockOwnership(node, instanceId, epoch)) {
            return new VaultAnswer.Stale();
        }
        return vaults.save(instanceId, epoch, expectedVersion, state)
                .<VaultAnswer>map(VaultAnswer.Saved::new)
                .orElseGet(VaultAnswer.Stale::new);
    }
}

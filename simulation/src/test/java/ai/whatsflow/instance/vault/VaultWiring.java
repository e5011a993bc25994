package ai.whatsflow.instance.vault;

import ai.whatsflow.instance.node.NodeCaller;
import ai.whatsflow.simulation.PlantedFault;
import ai.whatsflow.simulation.Tables;
import ai.whatsflow.simulation.Tables.VaultRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The real use cases of this package over the store in memory. */
public final class VaultWiring {

    public final ReadVault read;
    public final SaveVault save;

    public VaultWiring(Tables tables, PlantedFault fault) {
        Vaults vaults = fault == PlantedFault.VAULT_SKIPS_THE_EPOCH ? new Open(tables) : new InMemoryVaults(tables);
        read = new ReadVault(vaults);
        save = new SaveVault(vaults);
    }

    private static final class Open extends InMemoryVaults {

        Open(Tables tables) {
            super(tables);
        }

        @Override
        public Set<Claim> lockOwnership(NodeCaller node, Collection<Claim> claims) {
            return Set.copyOf(claims);
        }

        @Override
        public Map<UUID, Long> save(Collection<VaultWrite> writes) {
            Map<UUID, Long> saved = new HashMap<>();
            for (VaultWrite write : writes) {
                VaultRow row = tables.vaults.get(write.instanceId());
                row.epoch = write.claim().epoch();
                row.state = write.state();
                saved.put(write.instanceId(), ++row.version);
            }
            return saved;
        }
    }
}

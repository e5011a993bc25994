package ai.whatsflow.instance.vault;

import ai.whatsflow.instance.node.NodeCaller;
import ai.whatsflow.simulation.PlantedFault;
import ai.whatsflow.simulation.Tables;
import ai.whatsflow.simulation.Tables.VaultRow;
import java.util.Optional;
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
        public boolean lockOwnership(NodeCaller node, UUID instanceId, long epoch) {
            return true;
        }

        @Override
        public Optional<Long> save(UUID instanceId, long epoch, long expectedVersion, byte[] state) {
            VaultRow row = tables.vaults.get(instanceId);
            row.epoch = epoch;
            row.state = state;
            return Optional.of(++row.version);
        }
    }
}

package ai.whatsflow.instance.vault;

import ai.whatsflow.instance.node.NodeCaller;
import ai.whatsflow.simulation.Tables;
import ai.whatsflow.simulation.Tables.AssignmentRow;
import ai.whatsflow.simulation.Tables.VaultRow;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

class InMemoryVaults implements Vaults {

    final Tables tables;

    InMemoryVaults(Tables tables) {
        this.tables = tables;
    }

    @Override
    public boolean lockOwnership(NodeCaller node, UUID instanceId, long epoch) {
        AssignmentRow row = tables.assignments.get(instanceId);
        return row != null
                && !tables.isDeleted(instanceId)
                && row.epoch == epoch
                && node.serverId().equals(row.serverId)
                && node.bootId().equals(row.bootId);
    }

    @Override
    public Optional<VaultState> find(UUID instanceId) {
        return Optional.ofNullable(tables.vaults.get(instanceId))
                .filter(row -> !row.tombstoned)
                .map(row -> new VaultState(row.version, row.state));
    }

    @Override
    public Optional<Long> save(UUID instanceId, long epoch, long expectedVersion, byte[] state) {
        VaultRow row = tables.vaults.get(instanceId);
        if (row == null) {
            if (expectedVersion != 0) {
                return Optional.empty();
            }
            tables.vaults.put(instanceId, new VaultRow(1, epoch, state));
            return Optional.of(1L);
        }
        boolean follows = expectedVersion == 0 ? row.tombstoned : !row.tombstoned && row.version == expectedVersion;
        if (!follows || row.epoch > epoch) {
            return Optional.empty();
        }
        row.version++;
        row.epoch = epoch;
        row.state = state;
        row.tombstoned = false;
        return Optional.of(row.version);
    }

    @Override
    public void tombstone(Collection<UUID> instanceIds) {
        for (UUID each : instanceIds) {
            VaultRow row = tables.vaults.get(each);
            if (row != null) {
                row.tombstoned = true;
            }
        }
    }

    @Override
    public void delete(UUID instanceId) {
        tables.vaults.remove(instanceId);
    }
}

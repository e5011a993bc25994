package ai.whatsflow.instance.vault;

import ai.whatsflow.instance.node.NodeCaller;
import ai.whatsflow.simulation.Tables;
import ai.whatsflow.simulation.Tables.AssignmentRow;
import ai.whatsflow.simulation.Tables.VaultRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

class InMemoryVaults implements Vaults {

    final Tables tables;

    InMemoryVaults(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Set<Claim> lockOwnership(NodeCaller node, Collection<Claim> claims) {
        return claims.stream().filter(claim -> owns(node, claim)).collect(Collectors.toSet());
    }

    private boolean owns(NodeCaller node, Claim claim) {
        AssignmentRow row = tables.assignments.get(claim.instanceId());
        return row != null
                && !tables.isDeleted(claim.instanceId())
                && row.epoch == claim.epoch()
                && node.serverId().equals(row.serverId)
                && node.bootId().equals(row.bootId);
    }

    /** States are small here: all fit. */
    @Override
    public Map<UUID, VaultAnswer> find(Collection<UUID> instanceIds, long bytes) {
        Map<UUID, VaultAnswer> found = new HashMap<>();
        for (UUID each : instanceIds) {
            VaultRow row = tables.vaults.get(each);
            if (row != null && !row.tombstoned) {
                found.put(each, new VaultAnswer.Found(new VaultState(row.version, row.state)));
            }
        }
        return found;
    }

    @Override
    public Map<UUID, Long> save(Collection<VaultWrite> writes) {
        Map<UUID, Long> saved = new HashMap<>();
        for (VaultWrite write : writes) {
            save(write).ifPresent(version -> saved.put(write.instanceId(), version));
        }
        return saved;
    }

    private Optional<Long> save(VaultWrite write) {
        long epoch = write.claim().epoch();
        VaultRow row = tables.vaults.get(write.instanceId());
        if (row == null) {
            if (write.expectedVersion() != 0) {
                return Optional.empty();
            }
            tables.vaults.put(write.instanceId(), new VaultRow(1, epoch, write.state()));
            return Optional.of(1L);
        }
        boolean follows = write.expectedVersion() == 0
                ? row.tombstoned
                : !row.tombstoned && row.version == write.expectedVersion();
        if (!follows || row.epoch > epoch) {
            return Optional.empty();
        }
        row.version++;
        row.epoch = epoch;
        row.state = write.state();
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

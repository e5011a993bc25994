package ai.whatsflow.instance.assignment;

import ai.whatsflow.simulation.Tables;
import ai.whatsflow.simulation.Tables.AssignmentRow;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

class InMemoryLeases implements Leases {

    private final Tables tables;

    InMemoryLeases(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Set<UUID> renew(UUID serverId, UUID bootId, List<Held> held, Duration lease) {
        Set<UUID> renewed = new HashSet<>();
        for (Held each : held) {
            AssignmentRow row = mine(serverId, bootId, each);
            if (row != null) {
                row.expiresAt = tables.now().plus(lease);
                row.phase = row.phase == AssignmentPhase.STARTING ? AssignmentPhase.RUNNING : row.phase;
                renewed.add(row.instanceId);
            }
        }
        return renewed;
    }

    @Override
    public Set<UUID> known(List<Held> held) {
        Set<UUID> known = new HashSet<>();
        for (Held each : held) {
            if (tables.assignments.containsKey(each.instanceId())) {
                known.add(each.instanceId());
            }
        }
        return known;
    }

    @Override
    public int release(UUID serverId, UUID bootId, List<Held> held) {
        int released = 0;
        for (Held each : held) {
            AssignmentRow row = mine(serverId, bootId, each);
            if (row != null) {
                row.phase = AssignmentPhase.VACANT;
                row.serverId = null;
                row.bootId = null;
                row.expiresAt = null;
                released++;
            }
        }
        return released;
    }

    private @Nullable AssignmentRow mine(UUID serverId, UUID bootId, Held held) {
        AssignmentRow row = tables.assignments.get(held.instanceId());
        boolean mine =
                row != null && row.epoch == held.epoch() && serverId.equals(row.serverId) && bootId.equals(row.bootId);
        return mine ? row : null;
    }
}

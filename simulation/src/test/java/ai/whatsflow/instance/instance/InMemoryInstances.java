package ai.whatsflow.instance.instance;

import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.simulation.Tables;
import ai.whatsflow.simulation.Tables.InstanceRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Only what placement and the reports of nodes use. */
class InMemoryInstances implements Instances {

    private final Tables tables;

    InMemoryInstances(Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<Instance> lock(Collection<UUID> ids) {
        Set<UUID> asked = Set.copyOf(ids);
        List<Instance> locked = new ArrayList<>();
        for (Map.Entry<UUID, InstanceRow> each : tables.instances.entrySet()) {
            if (asked.contains(each.getKey())) {
                locked.add(each.getValue().instance);
            }
        }
        return locked;
    }

    @Override
    public void saveAll(List<Instance> changed) {
        for (Instance each : changed) {
            InstanceRow row = tables.instances.get(each.id());
            if (row != null) {
                row.instance = each;
                boolean deleted = each.state() == SessionState.DELETED;
                row.deletedAt = deleted ? (row.deletedAt == null ? tables.now() : row.deletedAt) : null;
            }
        }
    }

    @Override
    public Optional<Instance> find(UUID id) {
        return Optional.ofNullable(tables.instances.get(id))
                .filter(row -> row.deletedAt == null)
                .map(row -> row.instance);
    }

    @Override
    public List<Instance> list(UUID @Nullable [] accounts, @Nullable SessionState state, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instance insert(UUID accountId, String name, String engine, UUID createdBy) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int count(UUID accountId) {
        throw new UnsupportedOperationException();
    }
}

package ai.whatsflow.instance.dispatch;

import ai.whatsflow.simulation.Tables;
import ai.whatsflow.simulation.Tables.DispatchRow;
import ai.whatsflow.simulation.Tables.InstanceRow;
import ai.whatsflow.simulation.Tables.LaneRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

class InMemoryDispatches implements Dispatches {

    private static final SortedMap<Long, DispatchRow> NONE = new TreeMap<>();

    private final Tables tables;

    InMemoryDispatches(Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<Inserted> insert(List<QueuedMessage> messages) {
        List<Inserted> inserted = new ArrayList<>();
        for (QueuedMessage each : messages) {
            long position = ++tables.lastPosition;
            if (tables.dispatches.containsKey(each.messageId())) {
                continue;
            }
            InstanceRow instance = tables.instances.get(each.instanceId());
            boolean known = instance != null
                    && instance.deletedAt == null
                    && instance.instance.accountId().equals(each.accountId());
            DispatchRow row = new DispatchRow(
                    each.messageId(),
                    each.instanceId(),
                    each.accountId(),
                    position,
                    each.to(),
                    each.text(),
                    each.expiresAt(),
                    known ? DispatchStatus.PENDING : DispatchStatus.FAILED);
            row.reason = known ? null : FailureReason.INSTANCE_UNKNOWN;
            tables.dispatches.put(row.messageId, row);
            tables.byLane
                    .computeIfAbsent(row.instanceId, unused -> new TreeMap<>())
                    .put(position, row);
            inserted.add(new Inserted(row.messageId, row.instanceId, row.accountId, position, row.status));
        }
        return inserted;
    }

    @Override
    public Map<UUID, Open> open(Collection<Lane> lanes) {
        Map<UUID, Open> open = new HashMap<>();
        for (Lane lane : lanes) {
            for (DispatchRow row :
                    after(lane.instanceId(), lane.settledThrough()).values()) {
                if (row.position <= lane.submittedThrough() && row.status == DispatchStatus.PENDING) {
                    open.merge(
                            lane.instanceId(),
                            new Open(lane.instanceId(), row.position, 1),
                            (first, one) -> new Open(first.instanceId(), first.oldest(), first.count() + 1));
                }
            }
        }
        return open;
    }

    @Override
    public Map<UUID, List<Dispatch>> next(Collection<Slice> slices) {
        Map<UUID, List<Dispatch>> next = new HashMap<>();
        for (Slice slice : slices) {
            List<Dispatch> found = new ArrayList<>();
            for (DispatchRow row : after(slice.instanceId(), slice.after()).values()) {
                if (found.size() >= slice.most()) {
                    break;
                }
                if (row.status == DispatchStatus.PENDING) {
                    found.add(new Dispatch(
                            row.messageId,
                            row.instanceId,
                            row.accountId,
                            row.position,
                            row.recipient,
                            row.body,
                            row.expiresAt));
                }
            }
            if (!found.isEmpty()) {
                next.put(slice.instanceId(), found);
            }
        }
        return next;
    }

    @Override
    public List<Overdue> lockOverdue(int limit) {
        Instant now = tables.now();
        List<Overdue> overdue = new ArrayList<>();
        for (LaneRow lane : tables.lanes.values()) {
            InstanceRow instance = tables.instances.get(lane.instanceId);
            if (lane.hasWork && instance != null) {
                boolean deleted = instance.deletedAt != null;
                for (DispatchRow row :
                        after(lane.instanceId, lane.settledThrough).values()) {
                    if (row.status == DispatchStatus.PENDING && (deleted || !row.expiresAt.isAfter(now))) {
                        overdue.add(new Overdue(
                                row.messageId, row.instanceId, deleted, row.position <= lane.everSubmitted));
                    }
                }
            }
        }
        return overdue.subList(0, Math.min(limit, overdue.size()));
    }

    private SortedMap<Long, DispatchRow> after(UUID instanceId, long position) {
        TreeMap<Long, DispatchRow> lane = tables.byLane.get(instanceId);
        return lane == null ? NONE : lane.tailMap(position, false);
    }
}

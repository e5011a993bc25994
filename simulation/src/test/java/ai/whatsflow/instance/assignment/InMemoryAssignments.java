package ai.whatsflow.instance.assignment;

import ai.whatsflow.instance.instance.Instance;
import ai.whatsflow.instance.instance.SessionState;
import ai.whatsflow.instance.node.Node;
import ai.whatsflow.simulation.Tables;
import ai.whatsflow.simulation.Tables.AssignmentRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

class InMemoryAssignments implements Assignments {

    private static final Set<String> STOPPABLE = Set.of(AssignmentPhase.STOPPING.previous());

    final Tables tables;

    InMemoryAssignments(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Assignment> find(UUID instanceId) {
        return Optional.ofNullable(tables.assignments.get(instanceId)).map(InMemoryAssignments::assignment);
    }

    @Override
    public void request(UUID instanceId, String engine) {
        AssignmentRow row = tables.assignments.get(instanceId);
        if (row == null) {
            tables.assignments.put(instanceId, new AssignmentRow(instanceId, engine, tables.now()));
        } else if (mayStop(row)) {
            stop(row);
        }
    }

    @Override
    public boolean becomePlacer() {
        return true;
    }

    @Override
    public List<Assignment> lockPossiblyFree(Collection<String> engines, int limit) {
        Instant now = tables.now();
        List<AssignmentRow> free = new ArrayList<>();
        for (AssignmentRow row : tables.assignments.values()) {
            if (engines.contains(row.engine) && !isUnwanted(row) && isPossiblyFree(row, now)) {
                free.add(row);
            }
        }
        if (free.isEmpty()) {
            return List.of();
        }
        free.sort(Comparator.comparing(row -> row.phase != AssignmentPhase.VACANT));
        return free.stream().limit(limit).map(InMemoryAssignments::assignment).toList();
    }

    boolean isPossiblyFree(AssignmentRow row, Instant now) {
        if (row.phase == AssignmentPhase.VACANT
                || !Objects.requireNonNull(row.expiresAt).isAfter(now)) {
            return true;
        }
        Node node = tables.nodes.get(row.serverId);
        return node == null || !Objects.equals(node.bootId(), row.bootId);
    }

    private boolean isUnwanted(AssignmentRow row) {
        Instance instance = tables.instances.get(row.instanceId).instance;
        return instance.state() == SessionState.LOGGED_OUT
                || instance.state() == SessionState.DELETED
                || (instance.state() == SessionState.STOPPED && "pairing-timed-out".equals(instance.reason()));
    }

    @Override
    public Map<UUID, Integer> loads() {
        Map<UUID, Integer> loads = new HashMap<>();
        for (AssignmentRow row : tables.assignments.values()) {
            if (row.serverId != null) {
                loads.merge(row.serverId, 1, Integer::sum);
            }
        }
        return loads;
    }

    @Override
    public List<Assignment> assign(List<Placed> placed, Duration lease) {
        List<Assignment> assigned = new ArrayList<>();
        for (Placed each : placed) {
            AssignmentRow row = tables.assignments.get(each.instanceId());
            if (row != null) {
                row.serverId = each.serverId();
                row.bootId = each.bootId();
                row.epoch = nextEpoch(row);
                row.phase = AssignmentPhase.STARTING;
                row.commandAfter = tables.now();
                row.expiresAt = tables.now().plus(lease);
                tables.epochs.put(new Tables.Epoch(row.instanceId, row.epoch), each.serverId());
                assigned.add(assignment(row));
            }
        }
        return assigned;
    }

    long nextEpoch(AssignmentRow row) {
        return row.epoch + 1;
    }

    @Override
    public int stopUnwanted() {
        int stopped = 0;
        for (AssignmentRow row : tables.assignments.values()) {
            if (mayStop(row) && isUnwanted(row)) {
                stop(row);
                stopped++;
            }
        }
        return stopped;
    }

    @Override
    public int drain(UUID serverId, Collection<String> enginesElsewhere, int atOnce) {
        List<AssignmentRow> there = tables.assignments.values().stream()
                .filter(row -> serverId.equals(row.serverId))
                .toList();
        long closing = there.stream()
                .filter(row -> row.phase == AssignmentPhase.STOPPING)
                .count();
        List<AssignmentRow> chosen = there.stream()
                .filter(row -> row.phase == AssignmentPhase.RUNNING && enginesElsewhere.contains(row.engine))
                .limit(Math.max(0, atOnce - closing))
                .toList();
        chosen.forEach(this::stop);
        return chosen.size();
    }

    @Override
    public Set<Held> held(UUID serverId, Collection<Held> claimed) {
        return claimed.stream()
                .filter(each -> serverId.equals(tables.epochs.get(new Tables.Epoch(each.instanceId(), each.epoch()))))
                .collect(Collectors.toSet());
    }

    private static boolean mayStop(AssignmentRow row) {
        return STOPPABLE.contains(row.phase.name());
    }

    private void stop(AssignmentRow row) {
        row.phase = AssignmentPhase.STOPPING;
        row.commandAfter = tables.now();
    }

    static Assignment assignment(AssignmentRow row) {
        return new Assignment(
                row.instanceId,
                row.engine,
                row.phase,
                row.epoch,
                row.serverId == null
                        ? null
                        : new Assignment.Lease(
                                row.serverId,
                                Objects.requireNonNull(row.bootId),
                                Objects.requireNonNull(row.expiresAt)));
    }
}

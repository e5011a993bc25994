package ai.whatsflow.instance.assignment;

import ai.whatsflow.simulation.Tables;
import ai.whatsflow.simulation.Tables.AssignmentRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

class InMemorySessionCommands implements SessionCommands {

    private final Tables tables;

    InMemorySessionCommands(Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<Due> take(UUID serverId, UUID bootId, Duration again, int limit) {
        Instant now = tables.now();
        List<AssignmentRow> due = new ArrayList<>();
        for (AssignmentRow row : tables.assignments.values()) {
            boolean open = row.phase == AssignmentPhase.STARTING || row.phase == AssignmentPhase.STOPPING;
            if (open
                    && serverId.equals(row.serverId)
                    && bootId.equals(row.bootId)
                    && !row.commandAfter.isAfter(now)
                    && Objects.requireNonNull(row.expiresAt).isAfter(now)) {
                due.add(row);
            }
        }
        if (due.isEmpty()) {
            return List.of();
        }
        due.sort(Comparator.comparing(row -> row.commandAfter));
        List<Due> taken = new ArrayList<>();
        for (AssignmentRow row : due.subList(0, Math.min(limit, due.size()))) {
            row.commandAfter = now.plus(again);
            Duration left = Duration.between(now, Objects.requireNonNull(row.expiresAt));
            taken.add(new Due(row.instanceId, row.engine, row.phase, row.epoch, left, now));
        }
        return taken;
    }

    @Override
    public void started(Collection<Held> taken) {
        for (Held each : taken) {
            AssignmentRow row = tables.assignments.get(each.instanceId());
            if (row != null
                    && row.epoch == each.epoch()
                    && Stream.of(AssignmentPhase.RUNNING.previous()).anyMatch(row.phase.name()::equals)) {
                row.phase = AssignmentPhase.RUNNING;
            }
        }
    }
}

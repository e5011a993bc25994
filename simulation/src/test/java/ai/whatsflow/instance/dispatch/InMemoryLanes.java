package ai.whatsflow.instance.dispatch;

import ai.whatsflow.instance.assignment.AssignmentPhase;
import ai.whatsflow.instance.instance.Instance;
import ai.whatsflow.instance.instance.SessionState;
import ai.whatsflow.simulation.Tables;
import ai.whatsflow.simulation.Tables.AssignmentRow;
import ai.whatsflow.simulation.Tables.LaneRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

class InMemoryLanes implements Lanes {

    final Tables tables;

    InMemoryLanes(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void extend(Map<UUID, Span> spans) {
        Instant now = tables.now();
        spans.forEach((instanceId, span) -> {
            LaneRow row = tables.lanes.get(instanceId);
            if (row == null) {
                row = new LaneRow(instanceId, now);
                row.lastPosition = span.last();
                row.settledThrough = span.first() - 1;
                row.submittedThrough = span.first() - 1;
                row.everSubmitted = span.first() - 1;
                tables.lanes.put(instanceId, row);
                return;
            }
            row.lastPosition = Math.max(row.lastPosition, span.last());
            row.settledThrough = Math.min(row.settledThrough, span.first() - 1);
            row.submittedThrough = Math.min(row.submittedThrough, span.first() - 1);
            Instant due = later(row.pacedUntil, now);
            row.checkAt = row.hasWork && row.checkAt.isBefore(due) ? row.checkAt : due;
            row.hasWork = true;
        });
    }

    @Override
    public List<Lane> lockDue(UUID serverId, UUID bootId, int limit) {
        Instant now = tables.now();
        List<LaneRow> due = new ArrayList<>();
        for (LaneRow row : tables.lanes.values()) {
            if (row.hasWork
                    && !row.checkAt.isAfter(now)
                    && (row.claimedUntil == null || !row.claimedUntil.isAfter(now))
                    && isOpenAt(row.instanceId, serverId, bootId, now)) {
                due.add(row);
            }
        }
        if (due.isEmpty()) {
            return List.of();
        }
        due.sort(Comparator.comparing(row -> row.checkAt));
        return due.stream().limit(limit).map(row -> lane(row, now)).toList();
    }

    private boolean isOpenAt(UUID instanceId, UUID serverId, UUID bootId, Instant now) {
        AssignmentRow owner = tables.assignments.get(instanceId);
        if (owner == null || !serverId.equals(owner.serverId) || !bootId.equals(owner.bootId)) {
            return false;
        }
        Instance instance = tables.instances.get(instanceId).instance;
        return (owner.phase == AssignmentPhase.STARTING || owner.phase == AssignmentPhase.RUNNING)
                && Objects.requireNonNull(owner.expiresAt).isAfter(now)
                && instance.state() == SessionState.ONLINE
                && instance.epoch() == owner.epoch
                && !tables.isDeleted(instanceId);
    }

    @Override
    public void mark(UUID claimId, Duration claim, List<Marks> marks) {
        Instant now = tables.now();
        for (Marks each : marks) {
            LaneRow row = tables.lanes.get(each.lane().instanceId());
            if (row != null) {
                row.settledThrough = each.look().settledThrough();
                row.submittedThrough = each.look().from();
                row.everSubmitted = Math.max(row.everSubmitted, each.everSubmitted());
                row.claimedThrough = each.everSubmitted();
                row.epoch = each.lane().ownerEpoch();
                row.pacedUntil = Instant.parse(each.pacedUntil());
                row.progressAt = each.look().progressAt();
                row.hasWork = each.claimed() || !each.look().isEmptyAfter(each.lane());
                row.checkAt = now.plusMillis(each.recheck().toMillis());
                row.claimId = each.claimed() ? claimId : null;
                row.claimedUntil = each.claimed() ? now.plusMillis(claim.toMillis()) : null;
            }
        }
    }

    @Override
    public void settle(UUID claimId, List<Progress> progress) {
        Instant now = tables.now();
        for (Progress each : progress) {
            LaneRow row = tables.lanes.get(each.instanceId());
            if (row != null && isClaimed(row, claimId)) {
                if (row.submittedThrough >= each.from()) {
                    row.submittedThrough = each.submittedThrough();
                }
                Instant due = each.submittedThrough() < row.lastPosition ? row.pacedUntil : now;
                row.checkAt = later(due, now.plusMillis(each.recheck().toMillis()));
                row.claimId = null;
                row.claimedUntil = null;
            }
        }
    }

    boolean isClaimed(LaneRow row, UUID claimId) {
        return claimId.equals(row.claimId);
    }

    @Override
    public void closeDeleted() {
        for (LaneRow row : tables.lanes.values()) {
            if (row.hasWork && tables.instances.containsKey(row.instanceId) && tables.isDeleted(row.instanceId)) {
                row.hasWork = false;
                row.settledThrough = row.lastPosition;
            }
        }
    }

    private Lane lane(LaneRow row, Instant now) {
        AssignmentRow owner = tables.assignments.get(row.instanceId);
        return new Lane(
                row.instanceId,
                tables.instances.get(row.instanceId).instance.engine(),
                row.lastPosition,
                row.settledThrough,
                row.submittedThrough,
                row.everSubmitted,
                doubtedThrough(row),
                row.epoch,
                owner.epoch,
                row.pacedUntil,
                row.progressAt,
                Objects.requireNonNull(owner.expiresAt),
                now);
    }

    long doubtedThrough(LaneRow row) {
        return row.claimId == null ? row.submittedThrough : Math.max(row.submittedThrough, row.claimedThrough);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

package ai.whatsflow.instance.assignment;

import ai.whatsflow.instance.assignment.Assignments.Placed;
import ai.whatsflow.instance.instance.MoveInstances;
import ai.whatsflow.instance.node.Node;
import ai.whatsflow.instance.node.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives free sessions to nodes. One replica at a time does it; whoever else asks goes away with nothing done. */
@Service
public class PlaceSessions {

    private final Assignments assignments;
    private final Pulse pulse;
    private final Nodes nodes;
    private final MoveInstances moveInstances;
    private final PlacementPolicy policy;

    PlaceSessions(
            Assignments assignments, Pulse pulse, Nodes nodes, MoveInstances moveInstances, PlacementPolicy policy) {
        this.assignments = assignments;
        this.pulse = pulse;
        this.nodes = nodes;
        this.moveInstances = moveInstances;
        this.policy = policy;
    }

    /** @return how many sessions got an owner */
    @Transactional
    public int place() {
        if (!assignments.becomePlacer()) {
            return 0;
        }
        Pulse.Beat beat = pulse.beat();
        Map<UUID, Node> all = nodes.byId();
        policy.makeRoom(all.values());
        List<Placed> placed = choose(beat, all);
        if (!placed.isEmpty()) {
            List<Assignment> assigned = assignments.assign(placed, policy.leaseDuration());
            moveInstances.move(
                    assigned.stream()
                            .map(each -> new MoveInstances.Move(
                                    each.instanceId(),
                                    Objects.requireNonNull(each.lease()).serverId(),
                                    each.epoch()))
                            .toList(),
                    beat.now());
            policy.tell(assigned.size());
        }
        return placed.size();
    }

    private List<Placed> choose(Pulse.Beat beat, Map<UUID, Node> all) {
        PlacementPolicy.Board board = policy.board(all.values());
        List<Placed> placed = new ArrayList<>();
        if (board.engines().isEmpty()) {
            return placed;
        }
        for (Assignment assignment : assignments.lockPossiblyFree(board.engines(), policy.batch())) {
            Assignment.Lease lease = assignment.lease();
            Node owner = lease == null ? null : all.get(lease.serverId());
            Vacancy.of(assignment, owner, beat.now(), beat.resumeAt())
                    .flatMap(vacancy -> {
                        policy.count(vacancy);
                        return board.place(
                                assignment,
                                vacancy == Vacancy.LEASE_EXPIRED && owner != null ? owner.serverId() : null);
                    })
                    .map(all::get)
                    .ifPresent(node -> placed.add(new Placed(
                            assignment.instanceId(), node.serverId(), Objects.requireNonNull(node.bootId()))));
        }
        return placed;
    }
}

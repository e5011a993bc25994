package ai.whatsflow.instance.assignment;

import ai.whatsflow.instance.instance.MoveInstances;
import ai.whatsflow.instance.node.CommandsAnswer;
import ai.whatsflow.instance.node.Node;
import ai.whatsflow.instance.node.NodeCommand;
import ai.whatsflow.instance.node.Nodes;
import ai.whatsflow.simulation.PlantedFault;
import ai.whatsflow.simulation.Settings;
import ai.whatsflow.simulation.Tables;
import ai.whatsflow.simulation.Tables.AssignmentRow;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** The real use cases of this package over the store in memory. */
public final class AssignmentWiring {

    /** What a node is told of its sessions, between its two steps. */
    public record SessionRequest(List<NodeCommand> commands, Object taken) {}

    public final Assignments assignments;
    public final PlaceSessions place;
    public final RenewLeases renew;
    public final ReleaseLeases release;
    private final DeliverSessionCommands deliver;

    public AssignmentWiring(
            Tables tables,
            PlantedFault fault,
            Nodes nodes,
            MoveInstances moveInstances,
            ApplicationEventPublisher events,
            MeterRegistry metrics) {
        assignments = assignments(tables, fault);
        PlacementPolicy policy =
                new PlacementPolicy(assignments, Settings.ASSIGNMENT, Settings.LEASES, events, metrics);
        place = new PlaceSessions(assignments, pulse(tables, fault), nodes, moveInstances, policy);
        Leases leases = new InMemoryLeases(tables);
        renew = new RenewLeases(leases, Settings.LEASES);
        release = new ReleaseLeases(leases, events);
        deliver = new DeliverSessionCommands(
                new InMemorySessionCommands(tables),
                (node, commands) -> {
                    throw new IllegalStateException("the simulation carries the commands itself");
                },
                Settings.LEASES);
    }

    public SessionRequest take(Node node) {
        DeliverSessionCommands.Request request = deliver.take(node);
        return new SessionRequest(request.commands(), request);
    }

    public void settle(Node node, SessionRequest request, CommandsAnswer answer) {
        deliver.settle(node, (DeliverSessionCommands.Request) request.taken(), answer);
    }

    /** Puts the session up for placement, or closes it so that it starts anew. */
    public void request(UUID instanceId, String engine) {
        assignments.request(instanceId, engine);
    }

    private static Assignments assignments(Tables tables, PlantedFault fault) {
        return switch (fault) {
            case TAKES_OVER_BEFORE_EXPIRY ->
                new InMemoryAssignments(tables) {
                    @Override
                    boolean isPossiblyFree(AssignmentRow row, Instant now) {
                        return super.isPossiblyFree(row, now.plus(early()));
                    }
                };
            case USES_AN_EPOCH_TWICE ->
                new InMemoryAssignments(tables) {
                    @Override
                    long nextEpoch(AssignmentRow row) {
                        return Math.max(1, row.epoch);
                    }
                };
            default -> new InMemoryAssignments(tables);
        };
    }

    private static Pulse pulse(Tables tables, PlantedFault fault) {
        InMemoryPulse pulse = new InMemoryPulse(tables, Settings.LEASE);
        return switch (fault) {
            case TAKES_OVER_BEFORE_EXPIRY ->
                () -> {
                    Pulse.Beat beat = pulse.beat();
                    return new Pulse.Beat(beat.now().plus(early()), beat.resumeAt());
                };
            case DOES_NOT_WAIT_AFTER_AN_OUTAGE ->
                () -> {
                    tables.beatAt = tables.now();
                    tables.resumeAt = Objects.requireNonNullElse(tables.resumeAt, tables.now());
                    return pulse.beat();
                };
            default -> pulse;
        };
    }

    private static Duration early() {
        return Settings.LEASE.dividedBy(2);
    }
}

package ai.whatsflow.instance.dispatch;

import ai.whatsflow.instance.node.CommandResult;
import ai.whatsflow.instance.node.CommandsAnswer;
import ai.whatsflow.instance.node.Node;
import ai.whatsflow.instance.node.NodeCommand;
import ai.whatsflow.simulation.PlantedFault;
import ai.whatsflow.simulation.Settings;
import ai.whatsflow.simulation.Tables;
import ai.whatsflow.simulation.Tables.LaneRow;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** The real use cases of this package over the store in memory. */
public final class DispatchWiring {

    /** What a node is told to send, between its two steps. */
    public record SendRequest(UUID claimId, List<NodeCommand> commands, int lanes, Object claimed) {}

    public final QueueMessages queue;
    public final RecordFacts facts;
    public final EndWaiting endWaiting;
    private final DispatchLanes dispatch;
    private final PlantedFault fault;

    public DispatchWiring(
            Tables tables,
            PlantedFault fault,
            Clock clock,
            RandomGenerator random,
            Consumer<List<DispatchOutcome>> told,
            ApplicationEventPublisher events,
            MeterRegistry metrics) {
        this.fault = fault;
        DispatchOutcomes outcomes = told::accept;
        StatusLedger ledger = ledger(tables, fault);
        Lanes lanes = lanes(tables, fault);
        Dispatches dispatches = new InMemoryDispatches(tables);
        EndMessages end = new EndMessages(ledger, outcomes, clock);
        queue = new QueueMessages(dispatches, lanes, outcomes, events, clock);
        facts = new RecordFacts(ledger, outcomes);
        endWaiting = new EndWaiting(dispatches, lanes, end);
        DispatchChecks checks = asked -> new DispatchChecks.Round(
                Set.of(),
                asked.stream()
                        .map(Dispatch::accountId)
                        .distinct()
                        .collect(Collectors.toMap(id -> id, id -> new Verdict.Send())));
        dispatch = new DispatchLanes(
                new LanePlanner(lanes, dispatches, checks, end, Settings.DISPATCH, random),
                lanes,
                (node, commands) -> {
                    throw new IllegalStateException("the simulation carries the commands itself");
                },
                TransactionOperations.withoutTransaction(),
                metrics);
    }

    public SendRequest claim(Node node) {
        DispatchLanes.Request request = dispatch.claim(node);
        return new SendRequest(
                request.claimId(), request.commands(), request.batches().size(), request);
    }

    public void settle(Node node, SendRequest request, CommandsAnswer answer) {
        dispatch.settle(node, (DispatchLanes.Request) request.claimed(), misread(answer));
    }

    private CommandsAnswer misread(CommandsAnswer answer) {
        if (fault != PlantedFault.SETTLES_REFUSED_SENDS
                || !(answer instanceof CommandsAnswer.Answered(Map<UUID, CommandResult> results))) {
            return answer;
        }
        Map<UUID, CommandResult> taken = new HashMap<>(results);
        taken.replaceAll((id, result) -> CommandResult.ACCEPTED);
        return new CommandsAnswer.Answered(taken);
    }

    private static StatusLedger ledger(Tables tables, PlantedFault fault) {
        if (fault != PlantedFault.LETS_A_STATUS_FALL) {
            return new InMemoryStatusLedger(tables);
        }
        return new InMemoryStatusLedger(tables) {
            @Override
            boolean mayRise(DispatchStatus from, DispatchStatus to) {
                return from != to;
            }
        };
    }

    private static Lanes lanes(Tables tables, PlantedFault fault) {
        return switch (fault) {
            case RELEASES_A_LANE_TWICE ->
                new InMemoryLanes(tables) {
                    @Override
                    boolean isClaimed(LaneRow row, UUID claimId) {
                        return true;
                    }
                };
            case IGNORES_AN_ABANDONED_CLAIM ->
                new InMemoryLanes(tables) {
                    @Override
                    long doubtedThrough(LaneRow row) {
                        return row.submittedThrough;
                    }
                };
            case FORGETS_THE_PACE ->
                new InMemoryLanes(tables) {
                    @Override
                    public void mark(UUID claimId, Duration claim, List<Marks> marks) {
                        super.mark(claimId, claim, marks);
                        marks.forEach(each -> tables.lanes.get(each.lane().instanceId()).pacedUntil =
                                each.lane().now().minus(Settings.LEASE));
                    }
                };
            default -> new InMemoryLanes(tables);
        };
    }
}

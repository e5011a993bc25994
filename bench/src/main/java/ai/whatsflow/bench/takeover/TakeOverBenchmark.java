package ai.whatsflow.bench.takeover;

import ai.whatsflow.bench.Benchmark;
import ai.whatsflow.bench.result.Bound;
import ai.whatsflow.bench.result.Figure;
import ai.whatsflow.bench.result.Goal;
import ai.whatsflow.bench.result.Result;
import ai.whatsflow.bench.result.Spread;
import ai.whatsflow.bench.scene.Scene;
import ai.whatsflow.local.component.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * P9. Two nodes; one holds every device. It is frozen, cut off from the platform, or killed with its supervisor's notice,
 * in the middle of sending; measured is the silence of each device as WhatsApp hears it. The nodes take turns in holding
 * the fleet.
 */
public final class TakeOverBenchmark implements Benchmark {

    static final double LEASE_SECONDS = 3;

    private static final int DEVICES = Integer.getInteger("whatsflow.bench.devices", 500);
    private static final int WARM_UP_ROUNDS = 1;
    private static final int ROUNDS = Integer.getInteger("whatsflow.bench.rounds", 3);
    private static final Goal FROZEN =
            new Goal("P9", "silence after a freeze, p99", "the lease time of 3 s", Bound.AT_MOST, 1.5, 1.2, true);
    private static final Goal CUT_OFF =
            new Goal("P9", "silence after a cut-off, p99", "the lease time of 3 s", Bound.AT_MOST, 1.5, 1.2, true);
    private static final Goal ONTO_A_NEW_NODE = new Goal(
            "P9",
            "the same, onto a node that has just started",
            "the lease time of 3 s",
            Bound.AT_MOST,
            1.5,
            1.2,
            false);
    private static final Goal KILLED =
            new Goal("P9", "silence after a kill, p99", "the lease time of 3 s", Bound.AT_MOST, 0.5, 0.2, true);
    private static final Goal STALE =
            new Goal("P9", "messages through an old owner", "none", Bound.AT_MOST, 0, 0, true);
    private static final Goal SPURIOUS = new Goal("P9", "take-overs nobody caused", "none", Bound.AT_MOST, 0, 0, true);

    @Override
    public String name() {
        return "take-over";
    }

    @Override
    public String title() {
        return DEVICES + " sessions of a node that is frozen, cut off or killed move to another";
    }

    @Override
    public List<Result> measure(Scene scene) throws Exception {
        try (Stage stage = Stage.set(scene, DEVICES)) {
            long spurious = stage.unrest();
            // The second node has just started, and so has the one that comes back after a kill.
            TakeOver first = stage.cutOff();
            List<Round> all = new ArrayList<>();
            for (int i = 0; i < WARM_UP_ROUNDS + ROUNDS; i++) {
                all.add(Round.on(stage));
            }
            spurious += stage.unexplainedMoves();
            // What is expected of nodes at work is looked at once both have taken a fleet over.
            List<Round> rounds = all.subList(WARM_UP_ROUNDS, all.size());
            List<TakeOver> ontoANewNode = Stream.concat(
                            Stream.of(first), all.stream().map(Round::ontoANewNode))
                    .toList();
            long stale = first.stale() + all.stream().mapToLong(Round::stale).sum();
            return List.of(
                    result(FROZEN, rounds.stream().map(Round::frozen).toList()),
                    result(CUT_OFF, rounds.stream().map(Round::cutOff).toList()),
                    result(ONTO_A_NEW_NODE, ontoANewNode),
                    result(KILLED, rounds.stream().map(Round::killed).toList()),
                    new Result(STALE, Spread.of(stale), List.of(), List.of(), List.of()),
                    new Result(SPURIOUS, Spread.of(spurious), List.of(), List.of(), List.of()));
        }
    }

    /** Each harm once; the killed node is the one onto which the last goes. */
    private record Round(TakeOver frozen, TakeOver cutOff, TakeOver killed, TakeOver ontoANewNode) {

        static Round on(Stage stage) throws Exception {
            return new Round(stage.freeze(), stage.cutOff(), stage.kill(), stage.cutOff());
        }

        long stale() {
            return Stream.of(frozen, cutOff, killed, ontoANewNode)
                    .mapToLong(TakeOver::stale)
                    .sum();
        }
    }

    private static Result result(Goal goal, List<TakeOver> rounds) {
        return new Result(
                goal,
                spread(rounds, round -> round.percentile(99) / LEASE_SECONDS),
                List.of(
                        new Figure("p50", spread(rounds, round -> round.percentile(50)), "s"),
                        new Figure("p99", spread(rounds, round -> round.percentile(99)), "s"),
                        new Figure("longest", spread(rounds, round -> round.percentile(100)), "s"),
                        Figure.of(
                                "devices that moved, fewest in a round",
                                rounds.stream()
                                        .mapToInt(round -> round.silences().size())
                                        .min()
                                        .orElse(0),
                                "")),
                List.of(),
                List.of(
                        "each device had messages waiting; from the signal to the first one accepted by the simulator"));
    }

    private static Spread spread(List<TakeOver> rounds, ToDoubleFunction<TakeOver> figure) {
        return Spread.of(rounds.stream().mapToDouble(figure).boxed().toList());
    }

    static String simulator(Scene scene) {
        return scene.ports().url(Port.SIMULATOR);
    }
}

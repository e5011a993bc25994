package ai.whatsflow.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.fault.Campaign;
import ai.whatsflow.fault.Outcome;
import ai.whatsflow.fault.Until;
import ai.whatsflow.fault.invariant.Evidence;
import ai.whatsflow.fault.invariant.Invariants;
import ai.whatsflow.fault.plan.Drill;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Every part is killed, frozen or cut off while customers send and buy; then everything has to add up. Three minutes
 * of a seeded plan; with {@code -Dwhatsflow.deep=true} thirty rounds of each drill, or as many as fit in {@code -Dwhatsflow.deep.minutes}.
 */
@Order(6)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {

    private static final List<Drill> DRILLS = Arrays.asList(Drill.values());
    private static final int DEEP_ROUNDS = 30;

    /** Enough for about half of the drills on two idle cores; which ones the seed decides. */
    private static final long MINUTES = 3;

    /** A campaign that failed has found something: running it again would only hide it. */
    private static @Nullable Outcome failed;

    /** What the last campaign was judged by. */
    private static @Nullable Evidence evidence;

    @Test
    @Order(1)
    void everythingHoldsWhateverBreaks() {
        assertThat(failed).as("what the first run found").isNull();
        RunningPlatform platform = RunningPlatform.get();
        boolean deep = Boolean.getBoolean("whatsflow.deep");
        Until enough =
                Until.after(Duration.ofMinutes(deep ? Long.getLong("whatsflow.deep.minutes", 24 * 60) : MINUTES));
        long seed = Long.getLong("seed", System.nanoTime());
        long start = System.nanoTime();
        Map<Drill, Integer> done = new EnumMap<>(Drill.class);
        for (int round = 0; round < (deep ? DEEP_ROUNDS : 1); round++) {
            Duration before = Duration.ofNanos(System.nanoTime() - start);
            if (enough.reached(round, before)) {
                break;
            }
            System.out.println("FaultsIT round " + (round + 1) + ": -Dseed=" + (seed + round));
            Outcome outcome = new Campaign(platform.environment(), System.out)
                    .run(
                            seed + round,
                            DRILLS,
                            Until.faults(DRILLS.size())
                                    .or((faults, elapsed) -> enough.reached(faults, before.plus(elapsed))));
            outcome.faults().forEach((drill, times) -> done.merge(drill, times, Integer::sum));
            failed = outcome.holds() ? null : outcome;
            evidence = outcome.evidence();
            assertThat(outcome.violations()).as("seed " + outcome.seed()).isEmpty();
        }
        System.out.println("FaultsIT did " + done);
    }

    @Test
    @Order(2)
    void whatDoesNotHoldIsSeen() throws Exception {
        RunningPlatform platform = RunningPlatform.get();
        Evidence truth = Objects.requireNonNull(evidence, "nothing was judged");
        List<Falsehood> falsehoods = Falsehood.all(truth);
        Map<String, List<String>> seen;
        for (Falsehood falsehood : falsehoods) {
            falsehood.tell(platform);
        }
        try {
            seen = Invariants.check(truth, Duration.ZERO, System.out);
        } finally {
            for (Falsehood falsehood : falsehoods) {
                falsehood.takeBack(platform);
            }
        }
        for (Falsehood falsehood : falsehoods) {
            assertThat(seen.keySet()).anyMatch(sentence -> sentence.contains(falsehood.contradicts()));
        }
        assertThat(Invariants.check(truth, Duration.ofMinutes(1), System.out)).isEmpty();
    }
}

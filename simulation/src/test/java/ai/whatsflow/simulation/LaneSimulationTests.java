package ai.whatsflow.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Explores histories of leases and lanes. {@code -Dseed=N} replays one; {@code -Dtrace=100000} shows all of its steps;
 * {@code -Dwhatsflow.deep=true} explores a million.
 */
class LaneSimulationTests {

    private static final int SEEDS = Boolean.getBoolean("whatsflow.deep") ? 1_000_000 : 20_000;
    /** Every planted fault shows up among so many seeds. */
    private static final int ENOUGH = 4_000;

    @Test
    void keepsEveryPromiseInEveryHistory() {
        String replay = System.getProperty("seed");
        if (replay != null) {
            System.out.println(Simulation.run(Long.parseLong(replay), PlantedFault.NONE));
            return;
        }
        long began = System.nanoTime();
        long steps = Exploration.keepsEveryPromise(SEEDS);
        System.out.printf("%d seeds, %d steps, %d s%n", SEEDS, steps, (System.nanoTime() - began) / 1_000_000_000);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void catches(PlantedFault fault) {
        Violation first = firstViolation(fault);

        assertThat(first.getCause()).isInstanceOf(Violation.class);
        System.out.println(fault + ": " + first.getMessage().lines().findFirst().orElseThrow());
    }

    @Test
    void replaysASeedToTheSameStep() {
        Violation once = firstViolation(PlantedFault.SETTLES_REFUSED_SENDS);
        Violation again = catchThrowableOfType(
                Violation.class, () -> Simulation.run(once.seed(), PlantedFault.SETTLES_REFUSED_SENDS));

        assertThat(again).hasMessage(once.getMessage());
        assertThat(once.getMessage()).contains("-Dseed=" + once.seed());
    }

    @Test
    void replaysAWholeHistory() {
        for (long seed = 1; seed <= 50; seed++) {
            assertThat(Simulation.run(seed, PlantedFault.NONE)).isEqualTo(Simulation.run(seed, PlantedFault.NONE));
        }
        assertThat(Stream.of(1L, 2L, 3L)
                        .map(seed -> Simulation.run(seed, PlantedFault.NONE).digest()))
                .doesNotHaveDuplicates();
    }

    private static Violation firstViolation(PlantedFault fault) {
        Violation first = Exploration.of(fault, ENOUGH);
        if (first == null) {
            throw new AssertionError(fault + " is not caught by any of " + ENOUGH + " seeds");
        }
        return first;
    }
}

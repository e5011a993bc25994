package ai.whatsflow.billing.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.whatsflow.platform.test.Seeds;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** {@code -Dseed=<n>} replays one seed, {@code -Dwhatsflow.deep=true} explores a million. */
@Tag("simulation")
class SettlementSimulationTests {

    private static final int SEEDS = Boolean.getBoolean("whatsflow.deep") ? 1_000_000 : 20_000;
    /** Fixed ones: a fault that is not noticed in them is not noticed in millions either. */
    private static final int SEEDS_TO_CATCH = 5_000;

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static final Level BEFORE = ROOT.getLevel();

    /** Millions of refused and late payments would say so. */
    @BeforeAll
    static void beQuiet() {
        ROOT.setLevel(Level.OFF);
    }

    @AfterAll
    static void speakAgain() {
        ROOT.setLevel(BEFORE);
    }

    @Test
    void keepsItsPromisesWhateverComesInBetween() {
        try (Billing one = new Billing(nothing -> {});
                Billing other = new Billing(nothing -> {})) {
            Seeds.check(SEEDS, List.of(new Simulation(one)::run, new Simulation(other)::run));
        }
    }

    @Test
    void replaysASeedToTheSameStep() {
        try (Billing first = new Billing(nothing -> {});
                Billing second = new Billing(nothing -> {})) {
            Simulation here = new Simulation(first);
            Simulation there = new Simulation(second);
            for (long seed = 0; seed < 100; seed++) {
                assertThat(here.run(new Random(seed)).steps())
                        .isEqualTo(there.run(new Random(seed)).steps());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PlantedFault.class)
    void catches(PlantedFault fault) {
        try (Billing billing = new Billing(fault::plant)) {
            Simulation simulation = new Simulation(billing);
            assertThatThrownBy(() -> {
                        for (long seed = 0; seed < SEEDS_TO_CATCH; seed++) {
                            simulation.run(new Random(seed));
                        }
                    })
                    .isInstanceOf(Violation.class)
                    .hasMessageContaining("at step ");
        }
    }
}

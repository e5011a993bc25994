package ai.whatsflow.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultTests {

    private static final Goal RELAY = new Goal("P6", "relay", "producer", Bound.AT_LEAST, 0.4, 0.6, true);

    @Test
    void failsBelowARequiredMust() {
        assertThat(result(RELAY, 0.39).faults()).singleElement().asString().contains("P6", "0.39", "≥ 0.40");
        assertThat(result(RELAY, 0.4).faults()).isEmpty();
        assertThat(result(RELAY, 0.4).standing()).isEqualTo("must");
        assertThat(result(RELAY, 0.6).standing()).isEqualTo("aim");
    }

    @Test
    void onlyReportsWhatIsNotRequired() {
        Goal gateway = new Goal("P1", "gateway", "nginx", Bound.AT_MOST, 5.4, 3.5, false);

        assertThat(result(gateway, 9).faults()).isEmpty();
        assertThat(result(gateway, 9).standing()).isEqualTo("below");
    }

    @Test
    void failsWhenTheYardstickIsSlow() {
        YardstickCheck slow = new YardstickCheck("nginx", 20.2, 15.5, "µs");
        YardstickCheck good = new YardstickCheck("nginx", 20.1, 15.5, "µs");

        assertThat(new Result(RELAY, Spread.of(0.7), List.of(), List.of(slow), List.of()).faults())
                .singleElement()
                .asString()
                .contains("slower than 1.3");
        assertThat(new Result(RELAY, Spread.of(0.7), List.of(), List.of(good), List.of()).faults())
                .isEmpty();
    }

    @Test
    void failsWhenABenchmarkBroughtOutNothing() {
        assertThat(new Report(Instant.EPOCH, Map.of(), List.of(), List.of("durability is off")).faults())
                .containsExactly("durability is off");
    }

    private static Result result(Goal goal, double value) {
        return new Result(goal, Spread.of(value), List.of(), List.of(), List.of());
    }
}

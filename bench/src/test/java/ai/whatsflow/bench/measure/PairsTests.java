package ai.whatsflow.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairsTests {

    @Test
    void takesTurnsAndComparesWithinEachPair() throws Exception {
        List<String> order = new ArrayList<>();
        Pairs pairs = Pairs.interleaved(
                5,
                () -> {
                    order.add("A");
                    return 10.0 * order.size();
                },
                () -> {
                    order.add("B");
                    return 10.0 * (order.size() - 1);
                });

        assertThat(String.join("", order)).isEqualTo("ABABABABAB");
        assertThat(pairs.ratio().median()).isEqualTo(1.0);
        assertThat(pairs.firstSpread().max()).isEqualTo(90.0);
    }

    @Test
    void refusesFewerThanFivePairs() {
        assertThatThrownBy(() -> Pairs.interleaved(4, () -> 1, () -> 1)).isInstanceOf(IllegalArgumentException.class);
    }
}

package ai.whatsflow.bench.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.bench.takeover.SimulatorLog.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TakeOverTests {

    private static final Instant SIGNAL = Instant.parse("2026-11-21T12:00:00Z");
    private static final Set<String> PHONES = Set.of("+1", "+2");

    @Test
    void timesTheFirstMessageThroughTheNewOwnerOnly() {
        TakeOver seen = of(
                message("+1", "node-1", 100),
                message("+1", "node-2", 2_000),
                message("+1", "node-2", 3_000),
                message("+3", "node-2", 50));

        assertThat(seen.silences()).containsExactly(Duration.ofSeconds(2));
        assertThat(seen.stale()).isZero();
    }

    @Test
    void leavesOutWhatTheNewOwnerSentBeforeTheSignal() {
        assertThat(of(message("+1", "node-2", -1)).silences()).isEmpty();
    }

    @Test
    void countsWhatTheOldOwnerSendsOnceTheNewOneHasSpoken() {
        TakeOver seen = of(
                message("+1", "node-2", 2_000),
                message("+1", "node-1", 2_001),
                message("+1", "node-1", 1_999),
                message("+2", "node-1", 9_000));

        assertThat(seen.stale()).isEqualTo(1);
    }

    @Test
    void readsPercentilesByNearestRank() {
        TakeOver seen = of(message("+2", "node-2", 4_000), message("+1", "node-2", 1_000));

        assertThat(seen.percentile(50)).isEqualTo(1);
        assertThat(seen.percentile(99)).isEqualTo(4);
        assertThat(seen.percentile(100)).isEqualTo(4);
    }

    private static TakeOver of(Accepted... accepted) {
        return TakeOver.of(List.of(accepted), SIGNAL, PHONES, "node-1", "node-2");
    }

    private static Accepted message(String sender, String client, long millis) {
        return new Accepted(sender, client, SIGNAL.plusMillis(millis));
    }
}

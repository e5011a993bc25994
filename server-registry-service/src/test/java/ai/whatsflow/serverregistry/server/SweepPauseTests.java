package ai.whatsflow.serverregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SweepPauseTests {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final SweepPause pause = new SweepPause(Duration.ofSeconds(2), Duration.ofSeconds(5));

    @Test
    void waitsAfterTheStartAndAfterEachGapOfItsOwn() {
        assertThat(pause.permits(0)).isFalse();
        for (int second = 1; second < 5; second++) {
            assertThat(pause.permits(second * SECOND)).isFalse();
        }
        assertThat(pause.permits(5 * SECOND)).isTrue();
        assertThat(pause.permits(7 * SECOND)).isTrue();
        assertThat(pause.permits(10 * SECOND)).isFalse();
        assertThat(pause.permits(12 * SECOND)).isFalse();
        assertThat(pause.permits(14 * SECOND)).isFalse();
        assertThat(pause.permits(15 * SECOND)).isTrue();
    }
}

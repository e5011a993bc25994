package ai.whatsflow.instance.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutageTests {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(15);

    @Test
    void changesNothingWhileWeAreAtWork() {
        assertThat(Outage.resumeAt(NOON.minusSeconds(5), NOON, NOON.minusSeconds(60), LEASE))
                .isEqualTo(NOON.minusSeconds(60));
    }

    @Test
    void waitsOneLeaseAfterAGap() {
        assertThat(Outage.resumeAt(NOON.minusSeconds(6), NOON, NOON.minusSeconds(60), LEASE))
                .isEqualTo(NOON.plusSeconds(15));
    }

    @Test
    void keepsWaitingWhileAtWorkAgain() {
        assertThat(Outage.resumeAt(NOON, NOON.plusSeconds(1), NOON.plusSeconds(15), LEASE))
                .isEqualTo(NOON.plusSeconds(15));
    }
}

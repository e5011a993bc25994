package ai.whatsflow.identity.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class BackoffTests {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

    @Test
    void doublesUpToTheLongest() {
        assertThat(backoff.full(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.full(2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(backoff.full(9)).isEqualTo(Duration.ofSeconds(256));
        assertThat(backoff.full(10)).isEqualTo(Duration.ofMinutes(5));
        assertThat(backoff.full(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(5));
    }

    @RepeatedTest(20)
    void shortensByUpToHalf() {
        assertThat(backoff.after(3)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }
}

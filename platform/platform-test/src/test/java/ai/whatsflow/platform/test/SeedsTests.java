package ai.whatsflow.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SeedsTests {

    @Test
    void namesTheSeedOfAFailure() {
        assertThatThrownBy(() -> Seeds.check(100, random -> {
                    if (random.nextInt(10) == 3) {
                        throw new AssertionError("three");
                    }
                }))
                .hasMessageContaining("-Dseed=");
    }

    @Test
    void runsEveryRound() {
        AtomicInteger rounds = new AtomicInteger();
        Seeds.check(50, random -> rounds.incrementAndGet());
        assertThat(rounds).hasValue(50);
    }
}

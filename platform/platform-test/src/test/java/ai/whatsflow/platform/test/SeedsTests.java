package ai.whatsflow.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
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

    @Test
    void sharesTheRoundsAmongThreads() {
        AtomicInteger rounds = new AtomicInteger();
        Seeds.check(50, List.of(random -> rounds.incrementAndGet(), random -> rounds.incrementAndGet()));
        assertThat(rounds).hasValue(50);
    }

    @Test
    void namesTheSeedThatBrokeOnAnyThread() {
        AtomicInteger rounds = new AtomicInteger();
        Consumer<Random> breaksOnce = random -> {
            if (rounds.incrementAndGet() == 10) {
                throw new IllegalStateException("drew " + random.nextLong());
            }
        };
        int minutesOfRounds = Integer.MAX_VALUE;
        assertThatThrownBy(() -> Seeds.check(minutesOfRounds, List.of(breaksOnce, breaksOnce)))
                .satisfies(broken -> assertThat(broken).hasMessageEndingWith("drew " + drawnWith(broken.getMessage())))
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(rounds).hasValueLessThan(minutesOfRounds);
    }

    private static long drawnWith(String message) {
        String seed = message.replaceFirst(".*-Dseed=(-?\\d+).*", "$1");
        return new Random(Long.parseLong(seed)).nextLong();
    }
}

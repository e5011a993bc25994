package ai.whatsflow.instance.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.whatsflow.platform.test.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTests {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration BURST = Duration.ofMillis(200);

    @Test
    void followsTheGapWhateverTheTick() {
        Seeds.check(50, random -> {
            Gap gap = Gap.valueOf("10ms");
            Instant now = NOON;
            Instant pacedUntil = NOON;
            int sent = 0;
            while (now.isBefore(NOON.plusSeconds(10))) {
                Pace pace = Pace.at(now, pacedUntil, gap, BURST, 1_000, random);
                sent += pace.permits();
                pacedUntil = pace.pacedUntil();
                now = now.plusMillis(1 + random.nextInt(100));
            }

            assertThat(sent).isBetween(980, 1_001);
        });
    }

    @Test
    void catchesUpByNoMoreThanTheBurst() {
        Pace pace = Pace.at(NOON, NOON.minusSeconds(60), Gap.valueOf("10ms"), BURST, 1_000, new Random());

        assertThat(pace.permits()).isEqualTo(21);
        assertThat(pace.pacedUntil()).isEqualTo(NOON.plusMillis(10));
    }

    @Test
    void sendsOneAtATimeWhenTheGapIsLong() {
        Pace pace = Pace.at(NOON, NOON.minusSeconds(60), Gap.valueOf("3s..8s"), BURST, 1_000, new Random());

        assertThat(pace.permits()).isEqualTo(1);
        assertThat(Duration.between(NOON, pace.pacedUntil()))
                .isBetween(Duration.ofMillis(2_800), Duration.ofSeconds(8));
        assertThat(Pace.at(NOON, pace.pacedUntil(), Gap.valueOf("3s..8s"), BURST, 9, new Random())
                        .permits())
                .isZero();
    }

    @Test
    void leavesUnusedPermitsForTheNextTime() {
        Gap gap = Gap.valueOf("10ms");
        Instant after = Pace.after(5, NOON, NOON.minusMillis(100), gap, BURST, new Random());

        assertThat(after).isEqualTo(NOON.minusMillis(50));
        assertThat(Pace.after(0, NOON, NOON.minusMillis(100), gap, BURST, new Random()))
                .isEqualTo(NOON.minusMillis(100));
    }

    @Test
    void countsTheWholeGapOfEachUsedPermit() {
        // The gaps are drawn anew: they may be longer than those by which two were permitted.
        assertThat(Pace.after(2, NOON, NOON.minusSeconds(60), Gap.valueOf("250ms"), BURST, new Random()))
                .isEqualTo(NOON.plusMillis(300));
    }

    @Test
    void letsEverythingThroughWithoutAGap() {
        assertThat(Pace.at(NOON, NOON, Gap.valueOf("0ms"), BURST, 77, new Random())
                        .permits())
                .isEqualTo(77);
    }

    @Test
    void refusesGapsThatMakeNoSense() {
        assertThatThrownBy(() -> Gap.valueOf("8s..3s")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Gap.valueOf("soon")).isInstanceOf(IllegalArgumentException.class);
    }
}

package ai.whatsflow.node.lease;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.node.lease.LeaseClock.Standing;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaseClockTests {

    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final long START = Long.MAX_VALUE - 3;

    @ParameterizedTest
    @CsvSource({
        "0, HELD",
        "7999, HELD",
        "8000, SILENT",
        "8999, SILENT",
        "9000, CLOSED",
        "10000, CLOSED",
        "3600000, CLOSED",
    })
    void fallsSilentThenClosesBeforeTheLeaseIsOver(long ageMillis, Standing standing) {
        LeaseClock clock = LeaseClock.claimed(START, LEASE).renewed(START, LEASE);
        assertThat(clock.standing(START + ageMillis * 1_000_000)).isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource({"0, UNCONFIRMED", "8999, UNCONFIRMED", "9000, CLOSED"})
    void opensNothingOnAMereClaim(long ageMillis, Standing standing) {
        assertThat(LeaseClock.claimed(START, LEASE).standing(START + ageMillis * 1_000_000))
                .isEqualTo(standing);
    }

    @Test
    void countsFromTheMomentTheRenewalWasSent() {
        LeaseClock clock = LeaseClock.claimed(0, LEASE).renewed(0, LEASE);
        long answerArrives = seconds(7);
        LeaseClock renewed = clock.renewed(seconds(3), LEASE);
        assertThat(renewed.standing(answerArrives)).isEqualTo(Standing.HELD);
        assertThat(renewed.standing(seconds(11))).isEqualTo(Standing.SILENT);
        assertThat(renewed.remaining(answerArrives)).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void ignoresAnAnswerThatALaterOneOvertook() {
        LeaseClock clock =
                LeaseClock.claimed(0, LEASE).renewed(seconds(6), LEASE).renewed(seconds(3), LEASE);
        assertThat(clock.startNanos()).isEqualTo(seconds(6));
    }

    @Test
    void aLongClaimDoesNotOutliveAShortRenewal() {
        LeaseClock clock = LeaseClock.claimed(0, Duration.ofHours(1)).renewed(seconds(1), Duration.ofSeconds(2));
        assertThat(clock.standing(seconds(3))).isEqualTo(Standing.CLOSED);
    }

    /** The platform's clock starts a lease when a renewal arrives there: some time after it was sent. */
    @Test
    void neverSpeaksAfterThePlatformCouldHaveGivenItAway() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            LeaseClock clock = LeaseClock.claimed(0, LEASE);
            long platformExpiry = 0;
            long now = 0;
            for (int i = 0; i < 50; i++) {
                long sent = now;
                long arrived = sent + millis(random.nextInt(2_000));
                long answered = arrived + millis(random.nextInt(2_000));
                if (random.nextInt(4) > 0) {
                    platformExpiry = arrived + LEASE.toNanos();
                    if (random.nextInt(4) > 0) {
                        clock = clock.renewed(sent, LEASE);
                    }
                }
                now = answered + millis(random.nextInt(4_000));
                Standing standing = clock.standing(now);
                if (standing == Standing.HELD || standing == Standing.SILENT) {
                    assertThat(now).as("seed %d", seed).isLessThan(platformExpiry);
                }
            }
        }
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}

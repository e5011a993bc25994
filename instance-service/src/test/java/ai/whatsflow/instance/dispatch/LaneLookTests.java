package ai.whatsflow.instance.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneLookTests {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration RESEND_AFTER = Duration.ofSeconds(15);

    @ParameterizedTest
    @CsvSource({
        // settled, submitted, epoch, owner, oldest open, open, silent s, resend ok, -> settled, from, in flight
        "  10,      20,        3,     3,     ,            0,    0,        true,         20,      20,   0",
        "  10,      20,        3,     3,     15,          4,    0,        true,         14,      20,   4",
        "  10,      20,        3,     3,     11,          4,    14,       true,         10,      20,   4",
        "  10,      20,        3,     3,     11,          4,    15,       true,         10,      10,   0",
        "  10,      20,        3,     3,     13,          4,    15,       true,         12,      20,   4",
        "  10,      20,        3,     3,     11,          4,    99,       false,        10,      20,   4",
        "  10,      20,        3,     4,     11,          4,    0,        true,         10,      10,   0",
        "  10,      20,        3,     4,     13,          4,    0,        true,         12,      12,   0",
        "  10,      20,        3,     4,     13,          4,    0,        false,        12,      20,   4",
        "  10,      20,        3,     4,     ,            0,    0,        true,         20,      20,   0",
        "  10,      10,        0,     1,     ,            0,    0,        true,         10,      10,   0"
    })
    void putsTheMarksWhereTheyBelong(
            long settled,
            long submitted,
            long epoch,
            long ownerEpoch,
            @Nullable Long oldest,
            int open,
            int silent,
            boolean maySendAgain,
            long newSettled,
            long from,
            int inFlight) {
        Lane lane = new Lane(
                UUID.randomUUID(),
                "simulated",
                30,
                settled,
                submitted,
                submitted,
                submitted,
                epoch,
                ownerEpoch,
                NOON,
                NOON.minusSeconds(silent),
                NOON.plusSeconds(15),
                NOON);

        LaneLook look = LaneLook.at(lane, oldest, open, maySendAgain, RESEND_AFTER);

        assertThat(look.settledThrough()).isEqualTo(newSettled);
        assertThat(look.from()).isEqualTo(from);
        assertThat(look.inFlight()).isEqualTo(inFlight);
    }

    @Test
    void countsWhatALostClaimMayHaveSentAsSentWhereATwiceWouldBeTwo() {
        Lane lane =
                new Lane(UUID.randomUUID(), "other", 30, 10, 12, 25, 20, 3, 3, NOON, NOON, NOON.plusSeconds(15), NOON);

        LaneLook look = LaneLook.at(lane.withDoubtsSubmitted(), 11L, 10, false, RESEND_AFTER);

        assertThat(look.from()).isEqualTo(20);
        assertThat(look.inFlight()).isEqualTo(10);
        assertThat(LaneLook.at(lane, 11L, 2, true, RESEND_AFTER).from()).isEqualTo(12);
    }
}

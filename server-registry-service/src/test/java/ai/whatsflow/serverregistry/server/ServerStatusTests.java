package ai.whatsflow.serverregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerStatusTests {

    private static final HealthProperties LIMITS =
            new HealthProperties(Duration.ofSeconds(1), 2, 5, Duration.ofSeconds(3), Duration.ofSeconds(15));

    @ParameterizedTest
    @CsvSource({
        // maintenance, running, missed, draining, status
        "false, true,  0, false, ONLINE",
        "false, true,  1, false, ONLINE",
        "false, true,  2, false, SUSPECT",
        "false, true,  4, false, SUSPECT",
        "false, true,  5, false, OFFLINE",
        "false, true, 99, false, OFFLINE",
        "false, true,  0, true,  DRAINING",
        "false, true,  2, true,  SUSPECT",
        "false, true,  5, true,  OFFLINE",
        "false, false, 0, false, OFFLINE",
        "false, false, 0, true,  OFFLINE",
        "true,  true,  0, false, MAINTENANCE",
        "true,  true,  9, true,  MAINTENANCE",
        "true,  false, 0, false, MAINTENANCE"
    })
    void followsFromWhatIsKnown(
            boolean maintenance, boolean running, long missed, boolean draining, ServerStatus expected) {
        assertThat(ServerStatus.of(maintenance, running, missed, draining, LIMITS))
                .isEqualTo(expected);
    }
}

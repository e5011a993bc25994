package ai.whatsflow.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.demo.ToldStory;
import java.sql.SQLException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The demo, told twice on one platform. */
@Order(1)
class DemoJourneyIT {

    @Test
    void endsWithZeroTwiceAndTheSecondLeavesTheRowsOfTheFirst() throws SQLException {
        RunningPlatform platform = RunningPlatform.get();
        platform.story();

        PlatformRows before = PlatformRows.settled(platform);
        ToldStory second = platform.tellAgain();
        assertThat(second.exitCode()).as(second.printed()).isZero();

        assertThat(before.changedIn(PlatformRows.read(platform)))
                .as("tables whose rows the second demo changed")
                .isEmpty();
        assertThat(before.size()).isGreaterThan(4_000);
    }
}

package ai.whatsflow.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The last one: everything is green after all that was killed, and {@code down} leaves no process. */
@Order(Integer.MAX_VALUE)
class DownIT {

    @Test
    void isAllGreenAndLeavesNoProcess() {
        RunningPlatform platform = RunningPlatform.get();
        try {
            RunningPlatform.await("everything is green", Duration.ofSeconds(60), () -> isGreen(platform));
        } finally {
            platform.script(Duration.ofMinutes(3), "down");
        }
        String home = platform.home().toString();
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.pid() != ProcessHandle.current().pid())
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(command -> command.contains(home)))
                .as("processes of " + home)
                .isEmpty();
    }

    private static boolean isGreen(RunningPlatform platform) {
        try {
            platform.script(Duration.ofSeconds(60), "status");
            return true;
        } catch (AssertionError notYet) {
            return false;
        }
    }
}

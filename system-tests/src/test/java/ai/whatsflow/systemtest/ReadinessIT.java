package ai.whatsflow.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A service that can't do its work says so within five seconds, and says so until what it needs is back. Meanwhile it
 * waits and does not spin: what comes back needs the processors.
 */
@Order(9)
class ReadinessIT {

    private static final Duration FALLS_WITHIN = Duration.ofSeconds(5);
    private static final Duration RETURNS_WITHIN = Duration.ofSeconds(60);
    private static final Duration WATCHED = Duration.ofSeconds(3);

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "kafka"})
    void everyServiceFollowsWhatItDependsOn(String dependency) {
        RunningPlatform platform = RunningPlatform.get();
        awaitReady(platform);
        platform.kill(dependency);
        try {
            RunningPlatform.SERVICES.parallelStream()
                    .forEach(service -> RunningPlatform.await(
                            service + " is not ready without " + dependency,
                            FALLS_WITHIN,
                            () -> platform.health(service, "readiness") == 503));
            for (String service : RunningPlatform.SERVICES) {
                assertThat(platform.health(service, "liveness"))
                        .as("liveness of %s", service)
                        .isEqualTo(200);
            }
            Duration before = platform.cpu();
            RunningPlatform.pause(WATCHED);
            assertThat(platform.cpu().minus(before))
                    .as("CPU time of eight services that wait for " + dependency)
                    .isLessThan(WATCHED);
        } finally {
            platform.start(dependency);
        }
        awaitReady(platform);
    }

    private static void awaitReady(RunningPlatform platform) {
        for (String service : RunningPlatform.SERVICES) {
            RunningPlatform.await(
                    service + " is ready", RETURNS_WITHIN, () -> platform.health(service, "readiness") == 200);
        }
    }
}

package ai.whatsflow.serverregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PublicationTests {

    private static final Duration INTERVAL = Duration.ofSeconds(3);

    private final UUID bootId = UUID.randomUUID();
    private final Server running =
            Sample.server().registered(Sample.boot(bootId)).published(Sample.NOON);

    @Test
    void saysAtOnceWhatOthersActOn() {
        assertThat(of(running, running.exited(bootId), 0)).isEqualTo(Publication.CHANGED);
        assertThat(of(running, running.registered(Sample.boot(UUID.randomUUID())), 0))
                .isEqualTo(Publication.CHANGED);
        assertThat(of(running, running.inMaintenance(true), 0)).isEqualTo(Publication.CHANGED);
        assertThat(of(running, running.enrolled("{}"), 0)).isEqualTo(Publication.CHANGED);
        assertThat(of(running, running.exited(UUID.randomUUID()), 0)).isEqualTo(Publication.CHANGED);
    }

    @Test
    void saysMereMetricsOnlyNowAndThen() {
        Boot boot = Objects.requireNonNull(running.boot());
        Server measured = running.reporting(boot.reporting(Sample.metrics(0.3), false, Sample.NOON.plusSeconds(1)));

        assertThat(of(running, measured, 2)).isEqualTo(Publication.NONE);
        assertThat(of(running, measured, 3)).isEqualTo(Publication.REPORTED);
    }

    @Test
    void saysNothingTwice() {
        assertThat(of(running, running, 60)).isEqualTo(Publication.NONE);
    }

    private static Publication of(Server before, Server after, int secondsLater) {
        return Publication.of(before, after, Sample.NOON.plusSeconds(secondsLater), INTERVAL);
    }
}

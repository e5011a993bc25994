package ai.whatsflow.messaging.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.whatsflow.messaging.message.MessageStatus;
import ai.whatsflow.platform.problem.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LiveReportsTests {

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final LiveReports reports =
            new LiveReports(new LiveProperties(Duration.ofSeconds(15), Duration.ofMinutes(15), 3, 2), metrics);

    @Test
    void dropsTheSlowClientOnly() throws InterruptedException {
        UUID account = UUID.randomUUID();
        LiveStream slow = reports.open(account);
        LiveStream quick = reports.open(account);
        for (int i = 0; i < 4; i++) {
            reports.publish(report(account));
            assertThat(quick.next(AT_ONCE)).isNotNull();
        }
        assertThat(slow.isClosed()).isTrue();
        assertThat(slow.next(AT_ONCE)).isNull();
        assertThat(quick.isClosed()).isFalse();
        assertThat(metrics.counter("messaging.live.dropped").count()).isEqualTo(1);
        reports.publish(report(account));
        assertThat(quick.next(AT_ONCE)).isNotNull();
    }

    @Test
    void neverMixesAccounts() throws InterruptedException {
        UUID account = UUID.randomUUID();
        LiveStream own = reports.open(account);
        LiveStream other = reports.open(UUID.randomUUID());
        reports.publish(report(account));
        assertThat(own.next(AT_ONCE)).isNotNull();
        assertThat(other.next(AT_ONCE)).isNull();
    }

    @Test
    void limitsTheStreamsOfAnAccount() {
        UUID account = UUID.randomUUID();
        LiveStream first = reports.open(account);
        reports.open(account);
        assertThatThrownBy(() -> reports.open(account)).isInstanceOf(ProblemException.class);
        reports.close(first);
        assertThat(reports.open(account).isClosed()).isFalse();
    }

    @Test
    void endsAllStreamsAtShutdown() {
        LiveStream stream = reports.open(UUID.randomUUID());
        reports.closeAll();
        assertThat(stream.isClosed()).isTrue();
        assertThat(metrics.get("messaging.live.streams").gauge().value()).isZero();
    }

    private static StatusReport report(UUID account) {
        return new StatusReport(
                UUID.randomUUID(),
                account,
                UUID.randomUUID(),
                UUID.randomUUID(),
                MessageStatus.SENT,
                null,
                Instant.EPOCH);
    }
}

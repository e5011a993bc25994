package ai.whatsflow.node.session;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.node.engine.EngineConnection;
import ai.whatsflow.node.engine.Handover;
import ai.whatsflow.node.engine.OutgoingText;
import ai.whatsflow.node.eventlog.EventPayload;
import ai.whatsflow.node.eventlog.NodeEvents;
import ai.whatsflow.node.lease.Lease;
import ai.whatsflow.node.session.NodeCommand.Send;
import ai.whatsflow.node.support.TestProperties;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionSendsTests {

    private static final long SILENCE = Duration.ofSeconds(10).toNanos();

    private final UUID instance = UUID.randomUUID();
    private final List<String> wire = new ArrayList<>();
    private final List<EventPayload> told = new ArrayList<>();
    private long nanos;

    @Test
    void sendsAgainWithTheSameIdAfterAReconnectAndALongSilence() {
        SessionSends sends = sends(true);
        sends.open(connection());
        sends.send(command("a"));
        sends.open(connection());
        nanos += SILENCE;
        sends.resendOverdue(nanos);

        assertThat(wire).containsExactly("a", "a", "a");
    }

    @Test
    void onlyWaitsWhereASecondSendWouldBeASecondMessage() {
        SessionSends sends = sends(false);
        sends.open(connection());
        sends.send(command("a"));
        sends.open(connection());
        nanos += SILENCE;
        sends.resendOverdue(nanos);
        sends.send(command("a"));
        assertThat(wire).containsExactly("a");

        sends.acknowledged("a");
        assertThat(told).hasSize(1);
        assertThat(sends.inFlight()).isZero();
    }

    @Test
    void takesNewSendsWhileOldOnesStayInDoubt() {
        SessionSends sends = sends(false);
        sends.open(connection());
        for (int i = 0; i < 10; i++) {
            sends.send(command("old-" + i));
        }
        assertThat(sends.send(command("one more")).reason()).isEqualTo(CommandResult.Reason.BUSY);

        sends.open(connection());

        assertThat(sends.send(command("new")).result()).isEqualTo(CommandResult.Result.ACCEPTED);
        assertThat(wire).hasSize(11).endsWith("new");
        sends.acknowledged("old-3");
        assertThat(told).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesACopyOfWhatHasExpiredForTheSame(boolean maySendAgain) {
        SessionSends sends = sends(maySendAgain);
        Send expired = command("a", Instant.now().plusSeconds(60), Instant.now().minusSeconds(1));
        sends.open(connection());
        sends.send(expired);
        sends.open(connection());
        sends.send(command("b"));

        assertThat(sends.send(expired).result()).isEqualTo(CommandResult.Result.ACCEPTED);
        assertThat(wire).containsExactly("a", "b");
    }

    private SessionSends sends(boolean maySendAgain) {
        return new SessionSends(
                new Lease(instance, 1),
                new SentMemory(TestProperties.in(Path.of("unused"))),
                new Told(),
                new Still(),
                Clock.systemUTC(),
                new SessionSends.Limits(10, SILENCE, maySendAgain));
    }

    private Send command(String whatsappId) {
        return command(whatsappId, null, Instant.now().plusSeconds(60));
    }

    private Send command(String whatsappId, @Nullable Instant deadline, Instant expiresAt) {
        return new Send(
                UUID.randomUUID(),
                instance,
                1,
                deadline,
                expiresAt,
                UUID.randomUUID(),
                whatsappId,
                "+94771234567",
                "Hello");
    }

    private EngineConnection connection() {
        return new EngineConnection() {
            @Override
            public Handover send(OutgoingText text) {
                wire.add(text.whatsappId());
                return Handover.HANDED;
            }

            @Override
            public void close() {}
        };
    }

    private final class Told implements NodeEvents {

        @Override
        public CompletableFuture<Long> record(UUID instanceId, long epoch, EventPayload payload) {
            told.add(payload);
            return CompletableFuture.completedFuture(1L);
        }

        @Override
        public boolean areKept() {
            return true;
        }
    }

    /** Time stands still but for what the test adds. */
    private final class Still implements SessionScheduler {

        @Override
        public long nanoTime() {
            return nanos;
        }

        @Override
        public void start(String name, Runnable task) {
            task.run();
        }

        @Override
        public void after(Duration delay, Runnable task) {}
    }
}

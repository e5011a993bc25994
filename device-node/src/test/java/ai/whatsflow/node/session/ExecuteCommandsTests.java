package ai.whatsflow.node.session;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.node.engine.Engines;
import ai.whatsflow.node.eventlog.EventPayload;
import ai.whatsflow.node.eventlog.NodeEvents;
import ai.whatsflow.node.session.CommandResult.Reason;
import ai.whatsflow.node.session.NodeCommand.Send;
import ai.whatsflow.node.support.TestProperties;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ExecuteCommandsTests {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final Log log = new Log();
    private final ExecuteCommands commands = new ExecuteCommands(
            new Sessions(
                    new Engines(List.of()),
                    new StaticListableBeanFactory().getBeanProvider(SessionContext.class),
                    new Idle(),
                    TestProperties.in(Path.of("unused"))),
            log,
            Clock.fixed(NOON, ZoneOffset.UTC));

    /** Later messages may have gone out by then, and this one would come after them. */
    @Test
    void refusesACopyOfWhatItHasRefused() {
        List<NodeCommand> request = List.of(send(), send());
        log.kept = false;
        assertThat(reasons(request)).containsExactly(Reason.NOT_READY, Reason.NOT_READY);

        log.kept = true;

        assertThat(reasons(request)).containsExactly(Reason.NOT_READY, Reason.NOT_READY);
        assertThat(reasons(request.subList(1, 2))).containsExactly(Reason.NOT_READY);
        assertThat(reasons(List.of(send()))).containsExactly(Reason.NOT_OWNER);
    }

    private List<Reason> reasons(List<NodeCommand> request) {
        return commands.execute(request).stream().map(CommandResult::reason).toList();
    }

    private static Send send() {
        return new Send(
                UUID.randomUUID(),
                new UUID(1, 1),
                1,
                NOON.plusSeconds(10),
                NOON.plusSeconds(60),
                UUID.randomUUID(),
                "3EB0",
                "+94771234567",
                "Hello");
    }

    private static final class Log implements NodeEvents {

        private boolean kept;

        @Override
        public CompletableFuture<Long> record(UUID instanceId, long epoch, EventPayload payload) {
            return CompletableFuture.completedFuture(1L);
        }

        @Override
        public boolean areKept() {
            return kept;
        }
    }

    private static final class Idle implements SessionScheduler {

        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public void start(String name, Runnable task) {}

        @Override
        public void after(Duration delay, Runnable task) {}
    }
}

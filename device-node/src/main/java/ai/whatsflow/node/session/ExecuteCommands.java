package ai.whatsflow.node.session;

import ai.whatsflow.node.eventlog.NodeEvents;
import ai.whatsflow.node.session.CommandResult.Reason;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Carries out a batch. Commands of one session are carried out in their order; sessions do not wait for each other.
 */
@Service
public class ExecuteCommands {

    private static final Logger LOG = LoggerFactory.getLogger(ExecuteCommands.class);

    private final Sessions sessions;
    private final NodeEvents events;
    private final Clock clock;
    private final Refusals refusals = new Refusals();

    ExecuteCommands(Sessions sessions, NodeEvents events, Clock clock) {
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    public List<CommandResult> execute(List<NodeCommand> commands) {
        CommandResult[] results = new CommandResult[commands.size()];
        Map<UUID, List<Integer>> lanes = new LinkedHashMap<>();
        IntStream.range(0, commands.size())
                .forEach(i -> lanes.computeIfAbsent(commands.get(i).instanceId(), id -> new ArrayList<>())
                        .add(i));
        CountDownLatch open = new CountDownLatch(lanes.size());
        for (List<Integer> lane : lanes.values()) {
            Thread.ofVirtual().name("command-lane").start(() -> {
                try {
                    Lane inOrder = new Lane();
                    lane.forEach(i -> results[i] = inOrder.execute(commands.get(i)));
                } finally {
                    open.countDown();
                }
            });
        }
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return IntStream.range(0, results.length)
                .mapToObj(i -> results[i] != null ? results[i] : CommandResult.rejected(commands.get(i), Reason.BUSY))
                .toList();
    }

    /**
     * The commands of one session in one request. After a send that was not taken none of the later ones is: the
     * session may be ready for those a moment later, and they would overtake it.
     */
    final class Lane {

        private CommandResult.@Nullable Reason held;

        CommandResult execute(NodeCommand command) {
            if (!(command instanceof NodeCommand.Send send)) {
                return ExecuteCommands.this.execute(command);
            }
            if (held == null) {
                held = refusals.of(send);
            }
            CommandResult result =
                    held == null ? ExecuteCommands.this.execute(command) : CommandResult.rejected(command, held);
            held = result.reason();
            if (held != null) {
                refusals.add(send, held, clock.instant());
            }
            return result;
        }
    }

    private CommandResult execute(NodeCommand command) {
        try {
            if (SessionSends.expired(command, clock.instant())) {
                return CommandResult.rejected(command, Reason.EXPIRED);
            }
            return switch (command) {
                case NodeCommand.Stop stop -> sessions.stop(stop);
                case NodeCommand.Start start -> events.areKept() ? sessions.start(start) : notReady(command);
                case NodeCommand.Send send -> events.areKept() ? sessions.send(send) : notReady(command);
            };
        } catch (RuntimeException e) {
            LOG.error("command {} failed", command.commandId(), e);
            return CommandResult.rejected(command, Reason.BUSY);
        }
    }

    private static CommandResult notReady(NodeCommand command) {
        return CommandResult.rejected(command, Reason.NOT_READY);
    }
}

package ai.whatsflow.instance.assignment;

import ai.whatsflow.instance.assignment.SessionCommands.Due;
import ai.whatsflow.instance.node.CommandResult;
import ai.whatsflow.instance.node.CommandsAnswer;
import ai.whatsflow.instance.node.CommandsAnswer.Answered;
import ai.whatsflow.instance.node.CommandsAnswer.Unknown;
import ai.whatsflow.instance.node.Node;
import ai.whatsflow.instance.node.NodeCommand;
import ai.whatsflow.instance.node.NodeCommands;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Tells a node which sessions to start and stop, again and again until it has taken them on. */
@Service
public class DeliverSessionCommands {

    private static final Logger log = LoggerFactory.getLogger(DeliverSessionCommands.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final int BATCH = 200;

    private final SessionCommands commands;
    private final NodeCommands nodes;
    private final LeaseProperties lease;

    DeliverSessionCommands(SessionCommands commands, NodeCommands nodes, LeaseProperties lease) {
        this.commands = commands;
        this.nodes = nodes;
        this.lease = lease;
    }

    /**
     * Delivers one batch of what is due for this node.
     *
     * @return how many commands there were
     */
    public int deliver(Node node) {
        Request request = take(node);
        if (!request.commands().isEmpty()) {
            settle(node, request, nodes.give(node, request.commands()));
        }
        return request.commands().size();
    }

    /** What the node is told now, and which session each command is about. */
    record Request(List<NodeCommand> commands, Map<UUID, Due> byCommand) {}

    Request take(Node node) {
        UUID bootId = node.bootId();
        if (bootId == null || !node.isReachable()) {
            return new Request(List.of(), Map.of());
        }
        List<Due> due = commands.take(node.serverId(), bootId, AGAIN, BATCH);
        Map<UUID, Due> byCommand = new LinkedHashMap<>();
        List<NodeCommand> batch = new ArrayList<>();
        for (Due each : due) {
            Duration promised = each.leaseLeft().minus(lease.deliveryMargin());
            if (promised.isPositive()) {
                UUID commandId = UUID.randomUUID();
                byCommand.put(commandId, each);
                batch.add(command(commandId, each, promised));
            }
        }
        return new Request(batch, byCommand);
    }

    private NodeCommand command(UUID commandId, Due due, Duration promised) {
        Instant deadline = due.now().plus(lease.deliveryMargin());
        return due.phase() == AssignmentPhase.STARTING
                ? new NodeCommand.Start(commandId, due.instanceId(), due.epoch(), deadline, due.engine(), promised)
                : new NodeCommand.Stop(commandId, due.instanceId(), due.epoch(), deadline);
    }

    void settle(Node node, Request request, CommandsAnswer answer) {
        switch (answer) {
            case Unknown(String reason) -> log.warn("node {} gave no answer to its commands: {}", node.name(), reason);
            case Answered(Map<UUID, CommandResult> results) -> {
                List<Held> started = new ArrayList<>();
                request.byCommand().forEach((commandId, due) -> {
                    CommandResult result = results.get(commandId);
                    boolean taken = result != null && result.isTaken();
                    if (taken && due.phase() == AssignmentPhase.STARTING) {
                        started.add(new Held(due.instanceId(), due.epoch()));
                    } else if (!taken) {
                        log.info("node {} answered {} to {} of {}", node.name(), result, due.phase(), due.instanceId());
                    }
                });
                if (!started.isEmpty()) {
                    commands.started(started);
                }
            }
        }
    }
}

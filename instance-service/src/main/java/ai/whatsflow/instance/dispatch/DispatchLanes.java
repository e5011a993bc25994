package ai.whatsflow.instance.dispatch;

import ai.whatsflow.instance.node.CommandsAnswer;
import ai.whatsflow.instance.node.CommandsAnswer.Answered;
import ai.whatsflow.instance.node.Node;
import ai.whatsflow.instance.node.NodeCommand;
import ai.whatsflow.instance.node.NodeCommands;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends what is due from the lanes whose sessions a node holds. Lanes are claimed in one transaction, the node is told
 * outside of any, and what it took is marked in another: a crash between the two leads to a resend under the same
 * WhatsApp id, never to a loss or a second message.
 */
@Service
public class DispatchLanes {

    private static final Logger log = LoggerFactory.getLogger(DispatchLanes.class);

    private final LanePlanner planner;
    private final Lanes lanes;
    private final NodeCommands nodes;
    private final TransactionOperations transaction;
    private final Counter submitted;

    DispatchLanes(
            LanePlanner planner,
            Lanes lanes,
            NodeCommands nodes,
            TransactionOperations transaction,
            MeterRegistry metrics) {
        this.planner = planner;
        this.lanes = lanes;
        this.nodes = nodes;
        this.transaction = transaction;
        this.submitted = metrics.counter("instance.dispatch.submitted");
    }

    /** What the node is told now, from which lanes, and under which claim. */
    record Request(UUID claimId, List<LaneBatch> batches, List<NodeCommand> commands, Map<UUID, UUID> commandIds) {}

    /** @return how many lanes had something to do */
    public int dispatch(Node node) {
        Request request = claim(node);
        if (!request.commands().isEmpty()) {
            settle(node, request, nodes.give(node, request.commands()));
        }
        return request.batches().size();
    }

    Request claim(Node node) {
        UUID claimId = UUID.randomUUID();
        UUID bootId = node.bootId();
        if (bootId == null || !node.isReachable()) {
            return new Request(claimId, List.of(), List.of(), Map.of());
        }
        List<LaneBatch> batches =
                Objects.requireNonNull(transaction.execute(status -> planner.plan(claimId, node, bootId)));
        Map<UUID, UUID> commandIds = new HashMap<>();
        List<NodeCommand> commands = new ArrayList<>();
        for (LaneBatch batch : batches) {
            for (Dispatch dispatch : batch.sends()) {
                UUID commandId = UUID.randomUUID();
                commandIds.put(dispatch.messageId(), commandId);
                commands.add(new NodeCommand.Send(
                        commandId,
                        dispatch.instanceId(),
                        batch.lane().ownerEpoch(),
                        deadline(batch.lane()),
                        dispatch.expiresAt(),
                        dispatch.messageId(),
                        WhatsAppId.of(dispatch.messageId()),
                        dispatch.recipient(),
                        dispatch.text()));
            }
        }
        return new Request(claimId, batches, commands, commandIds);
    }

    /**
     * Without an answer the request may still arrive. Where nothing may be sent again, a later message would overtake
     * it, so the claim stays until its deadline is over; the next look then counts what it covers as given.
     */
    void settle(Node node, Request request, CommandsAnswer answer) {
        if (answer instanceof CommandsAnswer.Unknown(String reason)) {
            log.warn(
                    "node {} gave no answer to {} sends: {}",
                    node.name(),
                    request.commands().size(),
                    reason);
        } else if (answer instanceof Answered(var results)) {
            submitted.increment(
                    results.values().stream().filter(result -> result.isTaken()).count());
        }
        List<Lanes.Progress> progress = request.batches().stream()
                .filter(batch -> !batch.sends().isEmpty())
                .filter(batch -> answer instanceof Answered
                        || node.maySendAgain(batch.lane().engine()))
                .map(batch -> LaneSettlement.of(batch, answer, request.commandIds()))
                .toList();
        transaction.executeWithoutResult(status -> lanes.settle(request.claimId(), progress));
    }

    /** A node that reads this later must not send: by then the lane may be someone else's. */
    private Instant deadline(Lane lane) {
        Instant claimEnds = lane.now().plus(planner.claim());
        return lane.leaseExpiresAt().isBefore(claimEnds) ? lane.leaseExpiresAt() : claimEnds;
    }
}

package ai.whatsflow.instance.dispatch;

import ai.whatsflow.instance.node.CommandResult;
import ai.whatsflow.instance.node.CommandsAnswer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far a lane got by a node's answer, and when to look at it again. */
final class LaneSettlement {

    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration LATER = Duration.ofMillis(500);
    private static final Duration MUCH_LATER = Duration.ofSeconds(1);

    private LaneSettlement() {}

    /**
     * The lane advances through the messages that were taken, up to the first that was not: the order is kept. Without
     * an answer nothing counts as taken and the same messages go out again.
     */
    static Lanes.Progress of(LaneBatch batch, CommandsAnswer answer, Map<UUID, UUID> commandIds) {
        UUID instanceId = batch.lane().instanceId();
        long from = batch.look().from();
        if (!(answer instanceof CommandsAnswer.Answered(var results))) {
            return new Lanes.Progress(instanceId, from, from, LATER);
        }
        long through = from;
        for (Dispatch dispatch : batch.sends()) {
            @Nullable UUID commandId = commandIds.get(dispatch.messageId());
            @Nullable CommandResult result = commandId == null ? null : results.get(commandId);
            if (result == null || !result.isTaken()) {
                return new Lanes.Progress(instanceId, from, through, pause(result));
            }
            through = dispatch.position();
        }
        boolean more = batch.lookedThrough() < batch.lane().lastPosition();
        return new Lanes.Progress(instanceId, from, batch.lookedThrough(), more ? Duration.ZERO : LATER.dividedBy(2));
    }

    private static Duration pause(@Nullable CommandResult result) {
        return switch (result) {
            case BUSY, EXPIRED -> SOON;
            case NOT_READY -> LATER;
            case null, default -> MUCH_LATER;
        };
    }
}

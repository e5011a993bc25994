package ai.whatsflow.node.session;

import ai.whatsflow.node.session.CommandResult.Reason;
import ai.whatsflow.node.session.NodeCommand.Send;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sends that were refused, until their deadlines are over. Whoever hears of a refusal counts the message as not sent and
 * may let later ones go first, so a copy of the same command that the network brings later stays refused. Thread-safe.
 */
final class Refusals {

    private record Refusal(Reason reason, Instant deadline) {}

    private final Map<UUID, Refusal> byCommand = new LinkedHashMap<>();

    synchronized @Nullable Reason of(Send command) {
        Refusal refusal = byCommand.get(command.commandId());
        return refusal == null ? null : refusal.reason();
    }

    /** One without a deadline is not kept: nothing says for how long. */
    synchronized void add(Send command, Reason reason, Instant now) {
        var oldest = byCommand.values().iterator();
        while (oldest.hasNext() && oldest.next().deadline().isBefore(now)) {
            oldest.remove();
        }
        Instant deadline = command.deadline();
        if (deadline != null) {
            byCommand.putIfAbsent(command.commandId(), new Refusal(reason, deadline));
        }
    }

    synchronized int size() {
        return byCommand.size();
    }
}

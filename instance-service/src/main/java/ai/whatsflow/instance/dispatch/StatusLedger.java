package ai.whatsflow.instance.dispatch;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one place where the status of a message is written: it only rises, whoever writes. */
interface StatusLedger {

    /** The status that a message should reach. */
    record Rise(
            UUID messageId,
            UUID instanceId,
            DispatchStatus to,
            @Nullable String reason) {}

    /** A message whose status has risen. */
    record Risen(
            UUID messageId,
            UUID instanceId,
            UUID accountId,
            DispatchStatus from,
            @Nullable String reason) {}

    /** Raises those that are below; at most one entry per message. Locks in the order of the ids. */
    List<Risen> raise(List<Rise> rises);
}

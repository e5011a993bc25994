package ai.whatsflow.instance.dispatch;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends messages whose time is over or whose instance is gone. Any number of replicas may do it at once. */
@Service
public class EndWaiting {

    private static final int BATCH = 1_000;

    private final Dispatches dispatches;
    private final Lanes lanes;
    private final EndMessages endMessages;

    EndWaiting(Dispatches dispatches, Lanes lanes, EndMessages endMessages) {
        this.dispatches = dispatches;
        this.lanes = lanes;
        this.endMessages = endMessages;
    }

    /** @return how many it ended; fewer than a batch means that none are left */
    @Transactional
    public int end() {
        List<StatusLedger.Rise> endings =
                dispatches.lockOverdue(BATCH).stream().map(EndWaiting::ending).toList();
        endMessages.end(endings);
        if (endings.isEmpty()) {
            lanes.closeDeleted();
        }
        return endings.size();
    }

    private static StatusLedger.Rise ending(Dispatches.Overdue overdue) {
        UUID messageId = overdue.messageId();
        UUID instanceId = overdue.instanceId();
        if (overdue.deleted()) {
            return new StatusLedger.Rise(messageId, instanceId, DispatchStatus.FAILED, FailureReason.INSTANCE_DELETED);
        }
        return overdue.submitted()
                ? new StatusLedger.Rise(messageId, instanceId, DispatchStatus.FAILED, FailureReason.OUTCOME_UNKNOWN)
                : new StatusLedger.Rise(messageId, instanceId, DispatchStatus.EXPIRED, FailureReason.WAITED_TOO_LONG);
    }
}

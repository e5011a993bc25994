package ai.whatsflow.messaging.status;

import ai.whatsflow.messaging.message.MessageStatus;
import java.time.Instant;
import java.util.UUID;

/** A message that went from one status to another. */
record StatusRise(UUID accountId, Instant quotaMonth, MessageStatus from, MessageStatus to) {

    /**
     * What this does to the quota: a message that expired before it was dispatched gives its place back; should it turn
     * out to have been sent after all, it takes it again.
     */
    int givesBack() {
        if (from == to) {
            return 0;
        }
        return to == MessageStatus.EXPIRED ? 1 : from == MessageStatus.EXPIRED ? -1 : 0;
    }
}

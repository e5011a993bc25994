package ai.whatsflow.node.eventlog;

import java.util.List;

/** The platform's end of the event log. */
public interface EventDelivery {

    sealed interface Receipt {

        /** The platform has everything up to and with this seq. */
        record AcknowledgedThrough(long seq) implements Receipt {}

        /** It will never take this batch as it is. */
        record Refused(int status) implements Receipt {}

        /** It did not answer, or not usefully; it may have the events all the same. */
        record Unavailable(String why) implements Receipt {}
    }

    /** Delivers events in the order of the log. Blocks; never throws. */
    Receipt deliver(List<NodeEvent> events);
}

package ai.whatsflow.billing.simulation;

import ai.whatsflow.billing.simulation.EventLog.Published;
import ai.whatsflow.platform.outbox.OutboxEvent;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionTemplate;

/** A consumer group: effect and inbox in one transaction, then the offset. */
final class Group {

    private final String name;
    private final EventLog events;
    private final SimulatedInbox inbox;
    private final TransactionTemplate transaction;
    private final Consumer<OutboxEvent> handler;
    private int offset;

    Group(
            String name,
            EventLog events,
            SimulatedInbox inbox,
            TransactionTemplate transaction,
            Consumer<OutboxEvent> handler) {
        this.name = name;
        this.events = events;
        this.inbox = inbox;
        this.transaction = transaction;
        this.handler = handler;
    }

    /** Handles what has come. The offset moves after the effect, so a crash in between delivers again. */
    boolean poll(int most) {
        List<Published> log = events.log();
        int to = Math.min(log.size(), offset + most);
        for (Published next : List.copyOf(log.subList(Math.min(offset, to), to))) {
            transaction.executeWithoutResult(status -> {
                if (inbox.claim(name, next.eventId())) {
                    handler.accept(next.event());
                }
            });
        }
        offset = Math.max(offset, to);
        return to < log.size();
    }

    boolean isBehind() {
        return offset < events.log().size();
    }

    /** A rebalance before the offset was stored. */
    void rewind(int records) {
        offset = Math.max(0, offset - records);
    }

    void reset() {
        offset = 0;
    }
}

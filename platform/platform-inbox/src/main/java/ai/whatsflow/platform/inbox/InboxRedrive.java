package ai.whatsflow.platform.inbox;

import ai.whatsflow.platform.inbox.EventSubscription.Route;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.transaction.support.TransactionTemplate;

/** Operations on parked records: how many there are, and handling one key's queue again, in order. */
@Endpoint(id = "inbox")
public class InboxRedrive {

    private final Map<String, EffectsListener> listeners;
    private final Inbox inbox;
    private final TransactionTemplate transaction;

    InboxRedrive(Map<String, EffectsListener> listeners, Inbox inbox, TransactionTemplate transaction) {
        this.listeners = listeners;
        this.inbox = inbox;
        this.transaction = transaction;
    }

    /** How many records are parked. */
    @ReadOperation
    public Map<String, Long> parked() {
        return Map.of("parked", inbox.countParked());
    }

    /**
     * Handles what is parked for one key again, in order and in one transaction: all of it or none.
     *
     * @return how many records were handled
     * @throws IllegalArgumentException if there is no such consumer
     */
    @WriteOperation
    public int redrive(String consumer, String topic, String key) {
        EffectsListener listener = listeners.get(consumer);
        if (listener == null) {
            throw new IllegalArgumentException("no consumer of that name");
        }
        Integer handled = transaction.execute(status -> {
            List<Inbox.ParkedRecord> queue = inbox.parked(consumer, topic, key);
            for (Inbox.ParkedRecord parked : queue) {
                Route<?> route = EventReader.route(listener.subscription(), parked.incoming());
                if (route != null) {
                    listener.effect(route, List.of(parked.incoming()));
                }
                inbox.unpark(parked.id());
            }
            return queue.size();
        });
        return handled == null ? 0 : handled;
    }
}

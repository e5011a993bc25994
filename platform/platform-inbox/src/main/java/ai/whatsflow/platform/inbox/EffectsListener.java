package ai.whatsflow.platform.inbox;

import ai.whatsflow.platform.inbox.EventSubscription.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the handlers of one group over the records of a poll. Runs of records for one set-based route share a
 * transaction, others get one each. A passing failure escapes, so the container seeks back and tries again; what was
 * committed before it is found in the inbox.
 */
class EffectsListener implements BatchMessageListener<String, byte[]> {

    private static final Logger log = LoggerFactory.getLogger(EffectsListener.class);

    private final EventSubscription subscription;
    private final EventReader reader;
    private final Inbox inbox;
    private final TransactionTemplate transaction;

    EffectsListener(EventSubscription subscription, EventReader reader, Inbox inbox, TransactionTemplate transaction) {
        this.subscription = subscription;
        this.reader = reader;
        this.inbox = inbox;
        this.transaction = transaction;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
        Set<String> parkedKeys = inbox.parkedKeys(subscription.name());
        List<Incoming> run = new ArrayList<>();
        @Nullable Route<?> runRoute = null;
        for (ConsumerRecord<String, byte[]> record : records) {
            Incoming incoming = Incoming.of(record);
            Route<?> route = EventReader.route(subscription, incoming);
            if (route == null) {
                continue;
            }
            if (runRoute != null && (route != runRoute || !route.batch())) {
                handle(runRoute, run, parkedKeys);
                run = new ArrayList<>();
            }
            run.add(incoming);
            runRoute = route;
        }
        if (runRoute != null) {
            handle(runRoute, run, parkedKeys);
        }
    }

    private <T> void handle(Route<T> route, List<Incoming> run, Set<String> parkedKeys) {
        List<Incoming> free = new ArrayList<>(run.size());
        for (Incoming incoming : run) {
            if (parkedKeys.contains(parkedKey(incoming)) && queueBehindParked(incoming)) {
                continue;
            }
            free.add(incoming);
        }
        if (free.isEmpty()) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> effect(route, free));
        } catch (RuntimeException failed) {
            if (Failures.isPassing(failed)) {
                throw failed;
            }
            if (free.size() > 1) {
                // One of them is poison: find it by handling each alone.
                free.forEach(incoming -> handle(route, List.of(incoming), parkedKeys));
            } else {
                park(free.getFirst(), failed);
                parkedKeys.add(parkedKey(free.getFirst()));
            }
        }
    }

    /** Handles these records in the open transaction, skipping those whose effect is committed. */
    <T> void effect(Route<T> route, List<Incoming> run) {
        Map<UUID, Event<T>> events = new LinkedHashMap<>();
        for (Incoming incoming : run) {
            Event<T> event = reader.read(route.payload(), incoming);
            events.putIfAbsent(event.id(), event);
        }
        Set<UUID> fresh = inbox.claim(subscription.name(), events.keySet());
        List<Event<T>> due = events.values().stream()
                .filter(event -> fresh.contains(event.id()))
                .toList();
        if (due.isEmpty()) {
            return;
        }
        MDC.put("eventId", due.getFirst().id().toString());
        try {
            route.handler().accept(due);
        } finally {
            MDC.remove("eventId");
        }
    }

    EventSubscription subscription() {
        return subscription;
    }

    private boolean queueBehindParked(Incoming incoming) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!inbox.isQueuedBehindParked(subscription.name(), incoming)) {
                return false;
            }
            inbox.park(subscription.name(), incoming, "queued behind a parked record of its key");
            return true;
        }));
    }

    private void park(Incoming incoming, RuntimeException failed) {
        log.error(
                "parked {} {} of {} at {}-{}: re-drive it once the cause is mended",
                incoming.type(),
                incoming.id(),
                subscription.name(),
                incoming.partition(),
                incoming.position(),
                failed);
        transaction.executeWithoutResult(status -> inbox.park(subscription.name(), incoming, Failures.summary(failed)));
    }

    private static String parkedKey(Incoming incoming) {
        return incoming.topic() + '/' + incoming.key();
    }
}

package ai.whatsflow.platform.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a service does with which events. Declared as a bean; the starter runs it.
 *
 * <p>For a group, effects happen exactly once: the event id is written to the inbox in the transaction of the handler.
 * A handler that fails for a passing reason (database, network, time-out) blocks its partition and is tried again; one
 * that fails for good parks the record, and everything of the same key queues up behind it until it is re-driven.
 *
 * <p>For every replica, each process reads all partitions without a group and without an inbox: for caches and live
 * streams. Handlers must not block and must not fail.
 */
public final class EventSubscription {

    enum Start {
        GROUP,
        BEGINNING,
        NOW
    }

    record Route<T>(
            String topic, Set<String> types, Class<T> payload, Consumer<List<Event<T>>> handler, boolean batch) {}

    private final String name;
    private final Start start;
    private final List<Route<?>> routes;
    private final int concurrency;

    private EventSubscription(String name, Start start, List<Route<?>> routes, int concurrency) {
        this.name = name;
        this.start = start;
        this.routes = List.copyOf(routes);
        this.concurrency = concurrency;
    }

    /** Effects, once per group: {@code <service>.<purpose>}. */
    public static Builder forGroup(String group) {
        return new Builder(group, Start.GROUP);
    }

    /** A cache or live stream in each process; the name is for metrics and health. Reads from the beginning. */
    public static Builder forEveryReplica(String name) {
        return new Builder(name, Start.BEGINNING);
    }

    String name() {
        return name;
    }

    Start start() {
        return start;
    }

    List<Route<?>> routes() {
        return routes;
    }

    int concurrency() {
        return concurrency;
    }

    List<String> topics() {
        return routes.stream().map(Route::topic).distinct().toList();
    }

    /** Collects the routes of one subscription; not thread-safe. */
    public static final class Builder {

        private final String name;
        private final List<Route<?>> routes = new ArrayList<>();
        private Start start;
        private int concurrency = 1;

        private Builder(String name, Start start) {
            this.name = name;
            this.start = start;
        }

        /** One event, one transaction. */
        public <T> Builder on(String topic, String type, Class<T> payload, Consumer<Event<T>> handler) {
            return on(topic, Set.of(type), payload, handler);
        }

        /** One event, one transaction, for several types of one shape. */
        public <T> Builder on(String topic, Set<String> types, Class<T> payload, Consumer<Event<T>> handler) {
            return add(new Route<>(topic, types, payload, events -> events.forEach(handler), false));
        }

        /** All events of a poll in one transaction, duplicates already removed; for set-based effects. */
        public <T> Builder onBatch(
                String topic, Set<String> types, Class<T> payload, Consumer<List<Event<T>>> handler) {
            return add(new Route<>(topic, types, payload, handler, true));
        }

        /** Every replica: read all there is before being ready (the default). */
        public Builder fromBeginning() {
            start = Start.BEGINNING;
            return this;
        }

        /** Every replica: only what comes from now on. */
        public Builder fromNow() {
            start = Start.NOW;
            return this;
        }

        /** Consumer threads of a group; at most the number of partitions is of use. */
        public Builder concurrency(int threads) {
            concurrency = threads;
            return this;
        }

        public EventSubscription build() {
            return new EventSubscription(name, start, routes, concurrency);
        }

        private Builder add(Route<?> route) {
            routes.add(route);
            return this;
        }
    }
}

package ai.whatsflow.platform.inbox;

import ai.whatsflow.platform.inbox.EventSubscription.Route;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads every partition of its topics in this process, without a group. Positions live in memory: a restart reads
 * again. When the broker is away it keeps trying; what is new arrives when it is back.
 */
class ReplicaListener implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReplicaListener.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(1);

    private final EventSubscription subscription;
    private final EventReader reader;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
    private volatile @Nullable Thread thread;
    private volatile @Nullable Consumer<String, byte[]> consumer;
    private volatile boolean caughtUp;

    ReplicaListener(EventSubscription subscription, EventReader reader, Supplier<Consumer<String, byte[]>> consumers) {
        this.subscription = subscription;
        this.reader = reader;
        this.consumers = consumers;
    }

    String name() {
        return subscription.name();
    }

    /** Whether everything that was there at the start has been handled. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    /** The next position of each partition, by {@code topic-partition}. */
    Map<String, Long> positions() {
        Map<String, Long> copy = new TreeMap<>();
        positions.forEach((partition, position) -> copy.put(partition.toString(), position));
        return copy;
    }

    private void run() {
        while (isRunning()) {
            try (Consumer<String, byte[]> opened = consumers.get()) {
                consumer = opened;
                read(opened);
            } catch (WakeupException stopping) {
                return;
            } catch (RuntimeException failed) {
                log.warn("{} reads on after {}", subscription.name(), failed.toString());
                sleep();
            }
        }
    }

    private void read(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = subscription.topics().stream()
                .flatMap(topic -> partitions(consumer, topic))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        if (positions.isEmpty() && subscription.start() == EventSubscription.Start.NOW) {
            positions.putAll(ends);
        } else if (positions.isEmpty()) {
            positions.putAll(consumer.beginningOffsets(partitions));
        }
        partitions.forEach(partition -> consumer.seek(partition, positions.getOrDefault(partition, 0L)));
        while (isRunning()) {
            noteCaughtUp(consumer, ends);
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> record : records) {
                handle(record);
                positions.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            }
        }
    }

    /** A topic that is not there yet is an error: without it the projection would seem to have caught up. */
    private static Stream<TopicPartition> partitions(Consumer<String, byte[]> consumer, String topic) {
        List<PartitionInfo> known = consumer.partitionsFor(topic);
        if (known == null || known.isEmpty()) {
            throw new IllegalStateException("topic " + topic + " is not there yet");
        }
        return known.stream().map(info -> new TopicPartition(info.topic(), info.partition()));
    }

    /** Transaction markers and compaction leave gaps, so the consumer's own position decides. */
    private void noteCaughtUp(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        for (TopicPartition partition : positions.keySet()) {
            positions.merge(partition, consumer.position(partition), Math::max);
        }
        if (!caughtUp) {
            caughtUp = ends.entrySet().stream()
                    .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
        }
    }

    private void handle(ConsumerRecord<String, byte[]> record) {
        Incoming incoming = Incoming.of(record);
        Route<?> route = EventReader.route(subscription, incoming);
        if (route != null) {
            try {
                handle(route, incoming);
            } catch (RuntimeException failed) {
                log.error("{} skips {} {}", subscription.name(), incoming.type(), incoming.id(), failed);
            }
        }
    }

    private <T> void handle(Route<T> route, Incoming incoming) {
        route.handler().accept(List.of(reader.read(route.payload(), incoming)));
    }

    /** Lets it leave its poll by itself: an interrupt in there makes the client complain. */
    private static void join(Thread stopping) {
        try {
            if (!stopping.join(STOP_PATIENCE)) {
                stopping.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        Thread started = Thread.ofPlatform().name(subscription.name()).daemon().unstarted(this::run);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread stopping = thread;
        thread = null;
        Consumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        if (stopping != null) {
            join(stopping);
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}

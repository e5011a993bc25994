package ai.whatsflow.node.eventlog;

import ai.whatsflow.node.NodeProperties;
import ai.whatsflow.node.ShutdownOrder;
import ai.whatsflow.node.eventlog.EventDelivery.Receipt.AcknowledgedThrough;
import ai.whatsflow.node.eventlog.EventDelivery.Receipt.Refused;
import ai.whatsflow.node.eventlog.EventDelivery.Receipt.Unavailable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Delivers the log to the platform, from where the last process stopped, as long as it takes. An event that the
 * platform refuses for good is found by halving the batch and set aside in a file, so that it blocks nobody else.
 */
@Component
class EventSender implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventSender.class);
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration LAST_DELIVERY = Duration.ofSeconds(5);

    private final EventLog log;
    private final EventDelivery delivery;
    private final RefusedEvents refusedEvents;
    private final JsonMapper json;
    private final NodeProperties.Events settings;

    private volatile boolean running;
    private volatile long stopAtNanos = Long.MAX_VALUE;
    private @Nullable Thread thread;
    private int batch;
    private int failures;

    EventSender(
            EventLog log,
            EventDelivery delivery,
            RefusedEvents refusedEvents,
            JsonMapper json,
            NodeProperties properties,
            MeterRegistry metrics) {
        this.log = log;
        this.delivery = delivery;
        this.refusedEvents = refusedEvents;
        this.json = json;
        this.settings = properties.events();
        this.batch = settings.batch();
        Gauge.builder("node.events.backlog", log, EventLog::backlog).register(metrics);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("event-sender").start(this::loop);
    }

    private void loop() {
        try (LogReader reader = log.readerAfter(log.acknowledgedThrough())) {
            while (running || (log.backlog() > 0 && System.nanoTime() < stopAtNanos)) {
                try {
                    step(reader);
                } catch (IOException | RuntimeException e) {
                    LOG.error("events stay on disk: they cannot be read or marked as delivered", e);
                    reader.rewind(log.acknowledgedThrough() + 1);
                    Thread.sleep(settings.slowestRetry());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.error("the event log's file cannot be closed", e);
        }
    }

    private void step(LogReader reader) throws IOException, InterruptedException {
        List<LogRecord> records =
                reader.next(batch, Math.toIntExact(settings.batchSize().toBytes()), IDLE.toMillis());
        if (records.isEmpty()) {
            Thread.sleep(log.backlog() == 0 ? Duration.ZERO : IDLE);
            return;
        }
        long begun = System.nanoTime();
        boolean wereAll = records.size() < batch;
        long first = records.getFirst().seq();
        long last = records.getLast().seq();
        List<NodeEvent> events = records.stream()
                .map(record -> LoggedNodeEvents.read(json, record))
                .toList();
        switch (delivery.deliver(events)) {
            case AcknowledgedThrough(long seq)
            when seq >= first -> {
                failures = 0;
                batch = Math.min(settings.batch(), batch * 2);
                log.acknowledge(Math.min(seq, last));
                if (seq < last) {
                    reader.rewind(seq + 1);
                }
            }
            case AcknowledgedThrough(long seq) -> again(reader, first, "it acknowledged only through " + seq);
            case Unavailable(String why) -> again(reader, first, why);
            case Refused(int status) -> split(reader, events, status);
        }
        if (wereAll) {
            TimeUnit.NANOSECONDS.sleep(settings.gather().toNanos() - (System.nanoTime() - begun));
        }
    }

    private void split(LogReader reader, List<NodeEvent> events, int status) throws IOException {
        NodeEvent first = events.getFirst();
        if (events.size() > 1) {
            batch = Math.max(1, events.size() / 2);
            reader.rewind(first.seq());
            return;
        }
        LOG.error("the platform refuses event {} of type {} with {}", first.eventId(), first.type(), status);
        refusedEvents.keep(first, status);
        log.acknowledge(first.seq());
    }

    private void again(LogReader reader, long first, String why) throws IOException, InterruptedException {
        if (failures++ % 20 == 0) {
            LOG.warn("events are not delivered, {} wait: {}", log.backlog(), why);
        }
        reader.rewind(first);
        long delay = settings.firstRetry().toMillis() << Math.min(failures - 1, 10);
        Thread.sleep(Math.min(delay, settings.slowestRetry().toMillis()));
    }

    /** Delivers what is there, for a few seconds; the rest is delivered by the next process. */
    @Override
    public void stop() {
        stopAtNanos = System.nanoTime() + LAST_DELIVERY.toNanos();
        running = false;
        Thread sender = thread;
        if (sender != null) {
            try {
                if (!sender.join(LAST_DELIVERY.plusSeconds(1))) {
                    sender.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return ShutdownOrder.EVENTS;
    }
}

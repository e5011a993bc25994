package ai.whatsflow.messaging.live;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hands each report to the streams of its own account and to no other. Publishing never blocks. Thread-safe. */
@Component
public class LiveReports {

    private final Map<UUID, Set<LiveStream>> streams = new ConcurrentHashMap<>();
    private final LiveProperties properties;
    private final Counter dropped;

    LiveReports(LiveProperties properties, MeterRegistry metrics) {
        this.properties = properties;
        this.dropped = metrics.counter("messaging.live.dropped");
        metrics.gauge(
                "messaging.live.streams",
                streams,
                open -> open.values().stream().mapToInt(Set::size).sum());
    }

    public LiveStream open(UUID accountId) {
        LiveStream stream = new LiveStream(accountId, properties.buffer());
        streams.compute(accountId, (id, open) -> {
            Set<LiveStream> own = open == null ? ConcurrentHashMap.newKeySet() : open;
            if (own.size() >= properties.streamsPerAccount()) {
                throw new ProblemException(PlatformProblem.RATE_LIMITED, "Close a stream before you open another.")
                        .retryAfter(Duration.ofSeconds(30));
            }
            own.add(stream);
            return own;
        });
        return stream;
    }

    public void publish(StatusReport report) {
        for (LiveStream stream : streams.getOrDefault(report.accountId(), Set.of())) {
            if (!stream.offer(report)) {
                close(stream);
                dropped.increment();
            }
        }
    }

    public void close(LiveStream stream) {
        stream.close();
        streams.computeIfPresent(stream.accountId(), (id, open) -> {
            open.remove(stream);
            return open.isEmpty() ? null : open;
        });
    }

    /** Streams would hold up a graceful stop. */
    @EventListener(ContextClosedEvent.class)
    void closeAll() {
        streams.values().forEach(open -> open.forEach(this::close));
    }
}

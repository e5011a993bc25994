package ai.whatsflow.instance.nodeevent;

import ai.whatsflow.instance.assignment.Assignments;
import ai.whatsflow.instance.assignment.Held;
import ai.whatsflow.instance.dispatch.RecordFacts;
import ai.whatsflow.instance.instance.ApplySessionReports;
import ai.whatsflow.instance.node.NodeCaller;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over a batch of a node's log in one transaction; the answer acknowledges it after the commit. Facts count from
 * any epoch, session states only from the current one, and neither from a node that never held that epoch. An entry
 * that cannot be understood is counted and passed over: it must not hold up the log.
 */
@Service
public class IngestNodeEvents {

    private static final Logger log = LoggerFactory.getLogger(IngestNodeEvents.class);

    private final Assignments assignments;
    private final ApplySessionReports applySessionReports;
    private final RecordFacts recordFacts;
    private final ApplicationEventPublisher events;
    private final MeterRegistry metrics;

    IngestNodeEvents(
            Assignments assignments,
            ApplySessionReports applySessionReports,
            RecordFacts recordFacts,
            ApplicationEventPublisher events,
            MeterRegistry metrics) {
        this.assignments = assignments;
        this.applySessionReports = applySessionReports;
        this.recordFacts = recordFacts;
        this.events = events;
        this.metrics = metrics;
    }

    @Transactional
    public void ingest(NodeCaller node, List<NodeEvent> batch) {
        if (batch.isEmpty()) {
            return;
        }
        Set<Held> held = assignments.held(
                node.serverId(),
                batch.stream()
                        .map(event -> new Held(event.instanceId(), event.epoch()))
                        .collect(Collectors.toSet()));
        List<NodeEvent> believed = batch.stream()
                .filter(event -> held.contains(new Held(event.instanceId(), event.epoch())))
                .toList();
        if (believed.size() < batch.size()) {
            log.warn(
                    "server {} reports {} events of sessions it never held",
                    node.serverId(),
                    batch.size() - believed.size());
        }
        applySessionReports.apply(believed.stream()
                .filter(event -> event.type().equals("session-state"))
                .flatMap(event -> SessionStateReading.of(event).stream())
                .toList());
        recordFacts.record(believed.stream()
                .flatMap(event -> DispatchReading.of(event).stream())
                .toList());
        believed.stream()
                .collect(Collectors.groupingBy(event -> known(event.type()), Collectors.counting()))
                .forEach((type, count) ->
                        metrics.counter("instance.node.events", "type", type).increment(count));
        events.publishEvent(new NodeReported(node.serverId()));
    }

    private static String known(String type) {
        return switch (type) {
            case "session-state", "sent", "delivered", "read", "played", "failed", "inbound" -> type;
            default -> "unknown";
        };
    }
}

package ai.whatsflow.instance.nodeevent;

import ai.whatsflow.instance.assignment.AssignmentWiring;
import ai.whatsflow.instance.dispatch.RecordFacts;
import ai.whatsflow.instance.instance.ApplySessionReports;
import ai.whatsflow.instance.node.NodeCaller;
import ai.whatsflow.simulation.PlantedFault;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;

/** The real intake of events over the store in memory. */
public final class NodeEventWiring {

    private final IngestNodeEvents ingest;
    private final PlantedFault fault;

    public NodeEventWiring(
            AssignmentWiring assignment,
            ApplySessionReports reports,
            RecordFacts facts,
            PlantedFault fault,
            ApplicationEventPublisher events,
            MeterRegistry metrics) {
        this.ingest = new IngestNodeEvents(assignment.assignments, reports, facts, events, metrics);
        this.fault = fault;
    }

    public void ingest(NodeCaller node, List<NodeEvent> batch) {
        boolean lost = fault == PlantedFault.LOSES_EVENTS && batch.getLast().seq() % 7 == 0;
        if (!lost) {
            ingest.ingest(node, batch);
        }
    }
}

package ai.whatsflow.instance.assignment;

import ai.whatsflow.instance.node.Node;
import ai.whatsflow.instance.node.NodeEngine;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How sessions are spread over the nodes that are open, and how nodes that leave are emptied. */
@Component
class PlacementPolicy {

    private final Assignments assignments;
    private final AssignmentProperties properties;
    private final LeaseProperties lease;
    private final ApplicationEventPublisher events;
    private final MeterRegistry metrics;

    PlacementPolicy(
            Assignments assignments,
            AssignmentProperties properties,
            LeaseProperties lease,
            ApplicationEventPublisher events,
            MeterRegistry metrics) {
        this.assignments = assignments;
        this.properties = properties;
        this.lease = lease;
        this.events = events;
        this.metrics = metrics;
    }

    /** The open nodes by the engines they offer. */
    record Board(Map<String, Placement> byEngine) {

        Set<String> engines() {
            return byEngine.keySet();
        }

        Optional<UUID> place(Assignment assignment, @Nullable UUID avoid) {
            Placement placement = byEngine.get(assignment.engine());
            return placement == null ? Optional.empty() : placement.place(assignment.instanceId(), avoid);
        }
    }

    Board board(Collection<Node> nodes) {
        Map<UUID, Integer> loads = assignments.loads();
        Map<String, Placement> byEngine = new HashMap<>();
        for (String engine : openEngines(nodes)) {
            List<Placement.Seat> seats = nodes.stream()
                    .filter(node -> node.isOpen() && node.offers(engine))
                    .map(node -> new Placement.Seat(node.serverId(), node.maxDevices()))
                    .toList();
            byEngine.put(engine, new Placement(seats, loads, properties.loadFactor()));
        }
        return new Board(byEngine);
    }

    /** Closes what nobody wants, and what sits on leaving nodes while another node is open for it. */
    void makeRoom(Collection<Node> nodes) {
        int stopping = assignments.stopUnwanted();
        Set<String> elsewhere = openEngines(nodes);
        for (Node node : nodes) {
            if (node.status().isLeaving() && !elsewhere.isEmpty()) {
                stopping += assignments.drain(node.serverId(), elsewhere, properties.drainBatch());
            }
        }
        if (stopping > 0) {
            tell(stopping);
        }
    }

    int batch() {
        return properties.batch();
    }

    Duration leaseDuration() {
        return lease.duration();
    }

    void count(Vacancy vacancy) {
        metrics.counter("instance.session.freed", "vacancy", vacancy.name()).increment();
    }

    void tell(int sessions) {
        if (sessions > 0) {
            events.publishEvent(new SessionsAssigned());
        }
    }

    private static Set<String> openEngines(Collection<Node> nodes) {
        return nodes.stream()
                .filter(Node::isOpen)
                .flatMap(node -> node.engines().stream())
                .map(NodeEngine::name)
                .collect(Collectors.toSet());
    }
}

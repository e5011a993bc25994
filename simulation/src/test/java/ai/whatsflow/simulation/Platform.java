package ai.whatsflow.simulation;

import ai.whatsflow.instance.assignment.AssignmentWiring;
import ai.whatsflow.instance.assignment.SessionsAssigned;
import ai.whatsflow.instance.dispatch.DispatchWiring;
import ai.whatsflow.instance.dispatch.MessagesQueued;
import ai.whatsflow.instance.dispatch.QueuedMessage;
import ai.whatsflow.instance.instance.InstanceWiring;
import ai.whatsflow.instance.node.InMemoryNodes;
import ai.whatsflow.instance.node.Node;
import ai.whatsflow.instance.node.NodeCaller;
import ai.whatsflow.instance.node.NodesChanged;
import ai.whatsflow.instance.nodeevent.NodeEvent;
import ai.whatsflow.instance.nodeevent.NodeEventWiring;
import ai.whatsflow.instance.nodeevent.NodeReported;
import ai.whatsflow.instance.vault.VaultWiring;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** instance-service: its real use cases over one store, and the replicas that run them. */
final class Platform {

    private static final MeterRegistry METRICS = new CompositeMeterRegistry();

    final Tables tables;
    final InMemoryNodes nodes;
    final AssignmentWiring assignment;
    final DispatchWiring dispatch;
    final VaultWiring vault;
    private final NodeEventWiring nodeEvents;
    private final Simulation simulation;
    private final List<Replica> replicas = new ArrayList<>();
    private boolean placementWanted;
    private boolean runnersWanted;
    private int started;

    Platform(Simulation simulation) {
        this.simulation = simulation;
        Clock clock = simulation.world.clock(Duration.ZERO);
        ApplicationEventPublisher events = this::happened;
        this.tables = new Tables(clock);
        this.nodes = new InMemoryNodes(tables);
        InstanceWiring instance = new InstanceWiring(tables, events);
        this.assignment = new AssignmentWiring(tables, simulation.fault, nodes, instance.move, events, METRICS);
        this.dispatch = new DispatchWiring(
                tables,
                simulation.fault,
                clock,
                simulation.world.random,
                outcomes -> simulation.checks.told(outcomes),
                events,
                METRICS);
        this.vault = new VaultWiring(tables, simulation.fault);
        this.nodeEvents = new NodeEventWiring(
                assignment, instance.applyReports, dispatch.facts, simulation.fault, events, METRICS);
    }

    private void happened(Object event) {
        placementWanted |= event instanceof NodesChanged;
        runnersWanted |=
                event instanceof SessionsAssigned || event instanceof MessagesQueued || event instanceof NodeReported;
    }

    // --- replicas ---

    void startReplica() {
        replicas.removeIf(replica -> replica.process.isDead());
        Replica replica = new Replica(simulation, new Process("replica." + ++started));
        replicas.add(replica);
        replica.start();
    }

    List<Replica> alive() {
        return replicas.stream().filter(replica -> !replica.process.isDead()).toList();
    }

    private @Nullable Replica any() {
        int alive = 0;
        for (Replica replica : replicas) {
            alive += replica.process.isDead() ? 0 : 1;
        }
        int chosen = alive == 0 ? -1 : simulation.world.random.nextInt(alive);
        for (Replica replica : replicas) {
            if (!replica.process.isDead() && chosen-- == 0) {
                return replica;
            }
        }
        return null;
    }

    /** Whoever the load balancer chooses. */
    @Nullable
    Process anyReplica() {
        Replica replica = any();
        return replica == null ? null : replica.process;
    }

    /** After a transaction: wakes whoever waits for what it did. */
    void tellWaiting() {
        simulation.checks.platform();
        if (placementWanted || runnersWanted) {
            Replica replica = any();
            if (replica != null) {
                replica.wake(placementWanted, runnersWanted);
            }
            placementWanted = false;
            runnersWanted = false;
        }
    }

    // --- what others bring ---

    void ingest(Machine machine, UUID bootId, int first, List<ai.whatsflow.node.eventlog.NodeEvent> batch) {
        List<NodeEvent> read = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            var event = batch.get(i);
            read.add(new NodeEvent(
                    event.eventId(),
                    event.instanceId(),
                    event.epoch(),
                    first + i + 1,
                    event.at(),
                    event.type(),
                    event.payload()));
        }
        nodeEvents.ingest(new NodeCaller(machine.serverId, bootId), read);
        tellWaiting();
    }

    /** From a topic: it waits until somebody reads it. */
    void hear(Node node) {
        fromTopic("health", node.status(), () -> {
            nodes.store(node);
            placementWanted = true;
        });
    }

    void queue(List<QueuedMessage> messages) {
        fromTopic("queued", messages.size(), () -> dispatch.queue.queue(messages));
    }

    void restart(UUID instanceId) {
        fromTopic("restart", Names.of(instanceId), () -> assignment.request(instanceId, engineOf(instanceId)));
    }

    private String engineOf(UUID instanceId) {
        return tables.instances.get(instanceId).instance.engine();
    }

    /** Whether its engine must not send twice. */
    boolean isCautious(UUID instanceId) {
        return engineOf(instanceId).equals(Settings.CAUTIOUS_ENGINE);
    }

    private void fromTopic(String what, Object about, Runnable take) {
        Process replica = anyReplica();
        if (replica == null) {
            simulation.world.after(World.millis(200), null, what, "waits", () -> fromTopic(what, about, take));
            return;
        }
        boolean[] taken = new boolean[1];
        simulation.world.after(0, replica, what, about, () -> {
            taken[0] = true;
            take.run();
            tellWaiting();
        });
        awaitCommit(replica, taken, what, about, take);
    }

    /** What a replica that dies has read and not committed is read again by the next. */
    private void awaitCommit(Process replica, boolean[] taken, String what, Object about, Runnable take) {
        simulation.world.after(World.millis(300), null, "committed", what, () -> {
            if (!taken[0] && replica.isDead()) {
                fromTopic(what, about, take);
            } else if (!taken[0]) {
                awaitCommit(replica, taken, what, about, take);
            }
        });
    }
}

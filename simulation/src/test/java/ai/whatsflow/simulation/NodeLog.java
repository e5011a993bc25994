package ai.whatsflow.simulation;

import ai.whatsflow.node.eventlog.EventPayload;
import ai.whatsflow.node.eventlog.NodeEvent;
import ai.whatsflow.node.eventlog.NodeEvents;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.json.JsonMapper;

/** The event log of a run: what is appended is on disk a little later, and goes to the platform in its order. */
final class NodeLog implements NodeEvents {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> OUTCOMES = Set.of("sent", "failed", "delivered", "read", "played");

    private final Simulation simulation;
    private final NodeProcess node;
    private final Machine machine;
    /** In their order, also when a freeze lets many end at once. */
    private final Deque<Runnable> writing = new ArrayDeque<>();

    private long lastWriteEnds;
    private long appended;
    private boolean sending;
    private int failures;

    NodeLog(Simulation simulation, NodeProcess node, Machine machine) {
        this.simulation = simulation;
        this.node = node;
        this.machine = machine;
    }

    void begin() {
        deliver();
    }

    @Override
    public CompletableFuture<Long> record(UUID instanceId, long epoch, EventPayload payload) {
        World world = simulation.world;
        NodeEvent event = new NodeEvent(
                Names.id('e', simulation.nextId()),
                instanceId,
                epoch,
                0,
                node.clock.instant(),
                payload.type(),
                JSON.valueToTree(payload));
        CompletableFuture<Long> done = new CompletableFuture<>();
        // Later appends are on disk later.
        long slowest = World.millis(world.chance(simulation.seeded.trouble()) ? 400 : 12);
        long ends = Math.max(lastWriteEnds + 1, world.now() + world.between(World.millis(1) / 2, slowest));
        lastWriteEnds = ends;
        writing.add(() -> {
            machine.log.add(event);
            if (OUTCOMES.contains(event.type())) {
                machine.outcomesOnDisk.add(event.payload().path("whatsappId").asString(""));
            }
            done.complete((long) machine.log.size());
            deliver();
        });
        world.after(
                ends - world.now(),
                node.process,
                "on disk",
                payload.type(),
                () -> writing.remove().run());
        simulation.chaos.recorded(machine);
        if (simulation.fault == PlantedFault.ACKNOWLEDGES_BEFORE_THE_DISK) {
            return CompletableFuture.completedFuture(++appended);
        }
        return done;
    }

    @Override
    public boolean areKept() {
        return true;
    }

    int backlog() {
        return machine.log.size() - machine.acknowledged;
    }

    private void deliver() {
        if (sending || backlog() == 0) {
            return;
        }
        sending = true;
        int first = machine.acknowledged;
        int last = Math.min(machine.log.size(), first + Settings.NODE.events().batch());
        List<NodeEvent> batch = List.copyOf(machine.log.subList(first, last));
        simulation.network.call(
                node.process,
                simulation.platform::anyReplica,
                machine.isCutToPlatform(),
                "events",
                last,
                Settings.CALL,
                reply -> {
                    simulation.platform.ingest(machine, node.bootId, first, batch);
                    reply.accept(true);
                },
                taken -> {
                    sending = false;
                    if (taken == null) {
                        again();
                    } else {
                        failures = 0;
                        machine.acknowledged = Math.max(machine.acknowledged, last);
                        deliver();
                    }
                });
    }

    private void again() {
        long delay = Settings.NODE.events().firstRetry().toNanos() << Math.min(failures++, 6);
        sending = true;
        simulation.world.after(
                Math.min(delay, Settings.NODE.events().slowestRetry().toNanos()),
                node.process,
                "deliver again",
                null,
                () -> {
                    sending = false;
                    deliver();
                });
    }
}

package ai.whatsflow.simulation;

import ai.whatsflow.instance.node.Node;
import ai.whatsflow.instance.node.NodeEngine;
import ai.whatsflow.instance.node.NodeStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** server-registry and its health stream: what it knows of a node is late and may be wrong, but for its boot ids. */
final class Registry {

    private static final long LOOK_EVERY = World.millis(400);

    private static final class Entry {
        private @Nullable UUID bootId;
        private NodeStatus status = NodeStatus.OFFLINE;
        private final Set<UUID> exits = new HashSet<>();
        private long version;
    }

    private final Simulation simulation;
    private final Map<UUID, Entry> entries = new HashMap<>();

    Registry(Simulation simulation) {
        this.simulation = simulation;
    }

    void watch(Machine machine) {
        entries.put(machine.serverId, new Entry());
        look(machine);
    }

    private Entry entry(Machine machine) {
        return entries.get(machine.serverId);
    }

    private void look(Machine machine) {
        NodeStatus seen = seen(machine);
        if (seen != entry(machine).status) {
            entry(machine).status = seen;
            publish(machine);
        }
        simulation.world.after(LOOK_EVERY, null, "heartbeats", machine, () -> look(machine));
    }

    private NodeStatus seen(Machine machine) {
        Process process = machine.process();
        boolean silent = process == null || process.isFrozenAt(simulation.world.now()) || machine.isCutToPlatform();
        if (silent) {
            return NodeStatus.OFFLINE;
        }
        return machine.leaving ? NodeStatus.DRAINING : NodeStatus.ONLINE;
    }

    /** A new run says who it is. */
    void register(Machine machine, NodeProcess node) {
        simulation.world.after(simulation.network.latency(), node.process, "register", null, () -> {
            if (machine.isCutToPlatform()) {
                simulation.world.after(
                        World.millis(200), node.process, "register again", null, () -> register(machine, node));
                return;
            }
            entry(machine).bootId = node.bootId;
            entry(machine).status = seen(machine);
            publish(machine);
        });
    }

    /** A supervisor reports that a run has ended. */
    void exited(Machine machine, UUID bootId) {
        entry(machine).exits.add(bootId);
        publish(machine);
    }

    private void publish(Machine machine) {
        Entry entry = entry(machine);
        Set<UUID> exits = new HashSet<>(entry.exits);
        if (simulation.fault == PlantedFault.TAKES_SILENCE_FOR_DEATH
                && entry.status == NodeStatus.OFFLINE
                && entry.bootId != null) {
            exits.add(entry.bootId);
        }
        Node node = new Node(
                machine.serverId,
                ++entry.version,
                machine.name,
                entry.status,
                entry.bootId,
                exits,
                "http://" + machine.name,
                List.of(
                        new NodeEngine(Settings.ENGINE, true),
                        new NodeEngine(
                                Settings.CAUTIOUS_ENGINE,
                                simulation.fault == PlantedFault.GIVES_AGAIN_WHAT_IS_IN_DOUBT)),
                10,
                null,
                null);
        simulation.world.after(
                simulation.world.between(World.millis(1), World.millis(60)),
                null,
                "health",
                node.status(),
                () -> simulation.platform.hear(node));
    }
}

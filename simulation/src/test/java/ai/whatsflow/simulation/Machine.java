package ai.whatsflow.simulation;

import ai.whatsflow.node.eventlog.NodeEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a node runs: its disk and its cables outlive each of its processes. */
public final class Machine {

    final String name;
    final UUID serverId;
    /** The event log, without what was not yet on disk when a process died. */
    final List<NodeEvent> log = new ArrayList<>();

    final Set<String> outcomesOnDisk = new HashSet<>();
    int acknowledged;

    /** How much faster its clock runs, and how far ahead it is. */
    final double drift;

    final long ahead;

    @Nullable
    NodeProcess node;

    int boots;
    boolean leaving;
    long noWayToPlatformUntil;
    long noWayFromPlatformUntil;
    private long noWayToWhatsAppUntil;
    private final World world;

    Machine(World world, int number) {
        this.world = world;
        this.name = "node" + number;
        this.serverId = Names.id('s', number);
        this.drift = (world.random.nextDouble() - 0.5) * 0.04;
        this.ahead = world.between(World.millis(-60), World.millis(60));
    }

    boolean isCutToPlatform() {
        return noWayToPlatformUntil > world.now();
    }

    boolean isCutFromPlatform() {
        return noWayFromPlatformUntil > world.now();
    }

    boolean isCutFromWhatsApp() {
        return noWayToWhatsAppUntil > world.now();
    }

    void cutFromWhatsAppUntil(long moment) {
        noWayToWhatsAppUntil = moment;
    }

    @Nullable
    Process process() {
        return node == null || node.process.isDead() ? null : node.process;
    }

    @Override
    public String toString() {
        return name;
    }
}

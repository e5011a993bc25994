package ai.whatsflow.simulation;

import java.util.List;

/** Breaks things, each for a while. */
final class Chaos {

    private final Simulation simulation;
    private final World world;
    /** Everything is whole again by then. */
    private final long end;

    private boolean killAtRecord;
    private boolean freezeAtClaim;

    Chaos(Simulation simulation, long end) {
        this.simulation = simulation;
        this.world = simulation.world;
        this.end = end;
    }

    void plan(int faults) {
        for (int i = 0; i < faults; i++) {
            world.after(world.between(World.millis(200), end), null, "trouble", null, this::strike);
        }
    }

    private void strike() {
        Machine machine = simulation.machines.get(world.random.nextInt(simulation.machines.size()));
        switch (world.random.nextInt(16)) {
            case 0, 1 -> kill(machine);
            case 2, 3 -> freeze(machine.process(), World.millis(7_000));
            case 4 -> machine.noWayToPlatformUntil = until(World.millis(7_000));
            case 5 -> machine.noWayFromPlatformUntil = until(World.millis(5_000));
            case 6 -> {
                machine.noWayToPlatformUntil = until(World.millis(7_000));
                machine.noWayFromPlatformUntil = machine.noWayToPlatformUntil;
            }
            case 7 -> {
                machine.cutFromWhatsAppUntil(world.chance(0.4) ? world.now() : until(World.millis(5_000)));
                breakSockets(machine);
            }
            case 8 -> killReplicas(false);
            case 9 -> killReplicas(true);
            case 10 -> {
                List<Replica> alive = simulation.platform.alive();
                if (!alive.isEmpty()) {
                    freeze(alive.get(world.random.nextInt(alive.size())).process, World.millis(5_000));
                }
            }
            case 11, 12 -> killAtRecord = true;
            case 13 -> freezeAtClaim = true;
            default -> leave(machine);
        }
        world.trace.note("trouble", machine);
    }

    /** A node is about to write down what it heard. */
    void recorded(Machine machine) {
        if (killAtRecord) {
            killAtRecord = false;
            world.after(world.between(0, World.millis(6)), null, "dies while it writes", machine, () -> kill(machine));
        }
    }

    /** A replica is about to tell a node what to send. */
    void claimed(Replica replica) {
        if (freezeAtClaim) {
            freezeAtClaim = false;
            world.after(world.between(0, World.millis(6)), null, "halts in a claim", replica.process, () -> {
                if (world.chance(0.7)) {
                    freeze(replica.process, World.millis(6_000));
                } else {
                    kill(replica);
                }
            });
        }
    }

    private long until(long most) {
        return Math.min(end, world.now() + world.between(World.millis(100), most));
    }

    private void kill(Machine machine) {
        NodeProcess node = machine.node;
        if (node == null || node.process.isDead()) {
            return;
        }
        boolean powerIsGone = world.chance(0.3);
        if (!powerIsGone) {
            node.sockets().forEach(Socket::close);
        }
        node.process.kill();
        world.trace.note("killed", node.process);
        if (world.chance(0.4)) {
            world.after(
                    world.between(World.millis(10), World.millis(900)),
                    null,
                    "exit notice",
                    machine,
                    () -> simulation.registry.exited(machine, node.bootId));
        }
        world.after(until(World.millis(5_000)) - world.now(), null, "boot", machine, () -> simulation.boot(machine));
    }

    private void freeze(@org.jspecify.annotations.Nullable Process process, long most) {
        if (process != null) {
            process.freezeUntil(until(most));
            world.trace.note("frozen", process);
        }
    }

    private static void breakSockets(Machine machine) {
        NodeProcess node = machine.node;
        if (node != null) {
            List.copyOf(node.sockets()).forEach(Socket::breakDown);
        }
    }

    private void killReplicas(boolean all) {
        List<Replica> alive = simulation.platform.alive();
        int victims = all ? alive.size() : Math.min(1, alive.size());
        long back = until(World.millis(all ? 8_000 : 3_000)) - world.now();
        for (Replica victim : alive.subList(0, victims)) {
            kill(victim, back);
        }
    }

    private void kill(Replica victim) {
        kill(victim, until(World.millis(3_000)) - world.now());
    }

    private void kill(Replica victim, long back) {
        if (!victim.process.isDead()) {
            victim.process.kill();
            world.after(back, null, "start", "replica", simulation.platform::startReplica);
        }
    }

    private void leave(Machine machine) {
        if (world.chance(0.5)) {
            var ids = List.copyOf(simulation.platform.tables.assignments.keySet());
            simulation.platform.restart(ids.get(world.random.nextInt(ids.size())));
        } else {
            machine.leaving = true;
            world.after(
                    until(World.millis(5_000)) - world.now(), null, "stays", machine, () -> machine.leaving = false);
        }
    }
}

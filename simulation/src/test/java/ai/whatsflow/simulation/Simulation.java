package ai.whatsflow.simulation;

import ai.whatsflow.instance.dispatch.QueuedMessage;
import ai.whatsflow.instance.instance.Instance;
import ai.whatsflow.instance.instance.SessionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One history: a while in which things break, then a while in which everything has to come to its end. */
public final class Simulation {

    private static final long TROUBLE = World.millis(12_000);
    private static final long PATIENCE = World.millis(90_000);
    private static final Duration LONG = Duration.ofHours(1);
    /** An outcome that nobody will learn has to end within a history. */
    private static final Duration LONG_WITHOUT_A_RESEND = Duration.ofSeconds(25);

    /** How a history ended. */
    public record Outcome(int steps, long virtualMillis, long digest) {}

    final World world;
    final PlantedFault fault;
    final Seeded seeded;
    final Network network;
    final Checks checks;
    final WhatsApp whatsApp;
    final Platform platform;
    final Registry registry;
    final Chaos chaos;
    final List<Machine> machines = new ArrayList<>();
    private final Map<UUID, Process> processes = new HashMap<>();
    private final Set<UUID> shortLived = new HashSet<>();
    private long ids;
    private int accepted;

    private Simulation(long seed, PlantedFault fault) {
        this.world = new World(seed);
        this.fault = fault;
        this.seeded = Seeded.by(seed, world.random);
        this.network = new Network(world, seeded);
        this.checks = new Checks(this);
        this.whatsApp = new WhatsApp(world, checks);
        this.platform = new Platform(this);
        this.registry = new Registry(this);
        this.chaos = new Chaos(this, TROUBLE);
    }

    /** @throws Violation naming the seed and the step, with the steps before it */
    public static Outcome run(long seed, PlantedFault fault) {
        Simulation simulation = new Simulation(seed, fault);
        try {
            simulation.begin();
            simulation.world.run(() -> {});
            simulation.checks.atTheEnd();
        } catch (RuntimeException | AssertionError broken) {
            throw new Violation(
                    seed,
                    "seed " + seed + " breaks at step " + simulation.world.trace.steps() + ": " + broken.getMessage()
                            + "\nreplay with -Dseed=" + seed + "\n" + simulation.seeded + "\n" + simulation.world.trace,
                    broken);
        }
        Trace trace = simulation.world.trace;
        return new Outcome(trace.steps(), simulation.world.now() / World.millis(1), trace.digest());
    }

    private void begin() {
        for (int i = 0; i < seeded.machines(); i++) {
            machines.add(new Machine(world, i + 1));
        }
        for (int i = 0; i < seeded.sessions(); i++) {
            link(Names.id('i', i + 1), seeded.engineOf(i + 1));
        }
        for (int i = 0; i < seeded.replicas(); i++) {
            platform.startReplica();
        }
        for (Machine machine : machines) {
            registry.watch(machine);
            boot(machine);
        }
        for (int left = seeded.messages(); left > 0; ) {
            int together = Math.min(left, world.random.nextInt(1, 6));
            left -= together;
            world.after(world.between(0, TROUBLE), null, "customer", together, () -> accept(together));
        }
        chaos.plan(seeded.faults());
        world.after(TROUBLE, null, "calm", null, this::calm);
    }

    /** A device that a phone has linked before. */
    private void link(UUID instanceId, String engine) {
        platform.tables.instances.put(
                instanceId,
                new Tables.InstanceRow(new Instance(
                        instanceId,
                        Names.id('a', 1),
                        "Front desk",
                        engine,
                        SessionState.CREATED,
                        null,
                        null,
                        0,
                        0,
                        0,
                        null,
                        null,
                        world.instant())));
        platform.tables.vaults.put(instanceId, new Tables.VaultRow(1, 0, DeviceLine.state(instanceId, 0)));
        platform.assignment.request(instanceId, engine);
    }

    void boot(Machine machine) {
        if (machine.process() == null) {
            NodeProcess node = new NodeProcess(this, machine);
            machine.node = node;
            processes.put(node.bootId, node.process);
            node.start();
            registry.register(machine, node);
        }
    }

    private void accept(int together) {
        UUID instanceId = Names.id('i', 1 + world.random.nextInt(seeded.sessions()));
        List<QueuedMessage> messages = new ArrayList<>();
        for (int i = 0; i < together; i++) {
            UUID messageId = Names.id('m', nextId());
            boolean isShort = world.chance(0.15);
            if (isShort) {
                shortLived.add(messageId);
            }
            Duration lives = isShort ? Duration.ofMillis(world.random.nextInt(300, 6_000)) : longest(instanceId);
            messages.add(new QueuedMessage(
                    messageId,
                    Names.id('a', 1),
                    instanceId,
                    world.chance(0.06) ? "+94771000013" : "+94771000012",
                    "Hello",
                    world.instant(),
                    world.instant().plus(lives)));
        }
        accepted += together;
        platform.queue(messages);
    }

    private Duration longest(UUID instanceId) {
        return platform.isCautious(instanceId) ? LONG_WITHOUT_A_RESEND : LONG;
    }

    private void calm() {
        network.calm();
        machines.forEach(this::boot);
        settle();
    }

    private void settle() {
        String missing = checks.missing();
        if (missing == null) {
            world.stop();
        } else if (world.now() > TROUBLE + PATIENCE) {
            throw new Violation("nothing is broken any more, but after " + PATIENCE / 1_000_000_000 + " s " + missing);
        } else {
            world.after(World.millis(200), null, "settled?", missing, this::settle);
        }
    }

    long nextId() {
        return ++ids;
    }

    int accepted() {
        return accepted;
    }

    boolean isShortLived(UUID messageId) {
        return shortLived.contains(messageId);
    }

    boolean hasDied(UUID bootId) {
        return processes.get(bootId).isDead();
    }
}

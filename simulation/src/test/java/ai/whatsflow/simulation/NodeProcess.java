package ai.whatsflow.simulation;

import ai.whatsflow.instance.node.CommandResult;
import ai.whatsflow.instance.node.NodeCommand;
import ai.whatsflow.node.engine.EngineConnection;
import ai.whatsflow.node.engine.EngineDescription;
import ai.whatsflow.node.engine.EngineListener;
import ai.whatsflow.node.engine.Fence;
import ai.whatsflow.node.engine.WhatsAppEngine;
import ai.whatsflow.node.lease.LeaseHolder;
import ai.whatsflow.node.session.NodeWiring;
import ai.whatsflow.node.session.SessionView;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One run of a node: the real sessions, and around them what stands in for its threads, sockets and disk. */
final class NodeProcess {

    private static final long ORIGIN = 7_000_000_000L;

    final Process process;
    final UUID bootId;
    final Clock clock;
    final SimulatedVault vault;
    final NodeLog events;
    private final Simulation simulation;
    private final World world;
    private final Machine machine;
    private final NodeWiring wiring;
    private final LeaseRenewals leases;
    private final List<Socket> sockets = new ArrayList<>();

    NodeProcess(Simulation simulation, Machine machine) {
        this.simulation = simulation;
        this.world = simulation.world;
        this.machine = machine;
        machine.boots++;
        this.process = new Process(machine.name + "." + machine.boots);
        this.bootId = Names.id('b', 100L * machine.serverId.getLeastSignificantBits() + machine.boots);
        this.clock = world.clock(Duration.ofNanos(machine.ahead));
        this.vault = new SimulatedVault(simulation, this, machine);
        this.events = new NodeLog(simulation, this, machine);
        this.leases = new LeaseRenewals(simulation, this, machine);
        this.wiring = new NodeWiring(
                this::sessionNanos,
                this::later,
                clock,
                world.random,
                vault,
                events,
                leases,
                List.of(
                        new Engine(Settings.ENGINE, true),
                        new Engine(
                                Settings.CAUTIOUS_ENGINE,
                                simulation.fault == PlantedFault.SENDS_AGAIN_AFTER_A_RECONNECT)),
                simulation.fault == PlantedFault.FORGETS_WHAT_WAS_SENT ? 0 : 2_000);
        machine.log.forEach(wiring::remember);
    }

    void start() {
        wiring.start();
        watch();
        leases.begin();
        events.begin();
    }

    /** What the sessions believe the time to be. */
    private long sessionNanos() {
        return simulation.fault == PlantedFault.NODE_IGNORES_THE_END_OF_ITS_LEASE ? ORIGIN : nanoTime();
    }

    /** The machine's monotonic clock: it drifts, and its origin means nothing. */
    long nanoTime() {
        return ORIGIN + (long) (world.now() * (1 + machine.drift));
    }

    private void later(Duration delay, String what, Runnable task) {
        long thread = world.between(0, World.millis(1) / 2);
        world.after((long) (delay.toNanos() / (1 + machine.drift)) + thread, process, what, null, task);
    }

    void soon(String what, Object about, Runnable task) {
        world.after(simulation.network.latency(), process, what, about, task);
    }

    private void watch() {
        for (LeaseHolder holder : wiring.holders()) {
            holder.watch(sessionNanos());
        }
        simulation.checks.watched(this);
        world.after(Settings.WATCH.toNanos(), process, "watch", null, this::watch);
    }

    Iterable<? extends LeaseHolder> holders() {
        return wiring.holders();
    }

    NodeWiring wiring() {
        return wiring;
    }

    // --- sockets ---

    Socket socket(UUID instanceId, long epoch, Socket.Listener listener) {
        Socket socket = new Socket(world, simulation.whatsApp, machine, process, instanceId, epoch, listener);
        sockets.removeIf(Socket::isClosed);
        sockets.add(socket);
        return socket;
    }

    List<Socket> sockets() {
        return sockets;
    }

    void close(Socket socket) {
        if (simulation.fault == PlantedFault.RELEASES_BEFORE_THE_SOCKET_IS_CLOSED) {
            world.after(World.millis(300), process, "close at last", socket, socket::close);
        } else {
            socket.close();
        }
    }

    /** A message is about to leave. */
    void leaves(UUID instanceId, String whatsappId) {
        simulation.checks.leaves(machine, instanceId, whatsappId);
    }

    // --- commands ---

    /** Carries them out one after another, as a request's thread does. */
    void execute(List<NodeCommand> commands, Consumer<Map<UUID, CommandResult>> reply) {
        execute(commands, 0, new HashMap<>(), new HashMap<>(), reply);
    }

    private void execute(
            List<NodeCommand> commands,
            int next,
            Map<UUID, Function<ai.whatsflow.node.session.NodeCommand, ai.whatsflow.node.session.CommandResult>> lanes,
            Map<UUID, CommandResult> results,
            Consumer<Map<UUID, CommandResult>> reply) {
        if (next == commands.size()) {
            reply.accept(results);
            return;
        }
        NodeCommand command = commands.get(next);
        CommandResult result = execute(command, lanes.computeIfAbsent(command.instanceId(), unused -> wiring.lane()));
        if (simulation.fault == PlantedFault.LETS_SENDS_OVERTAKE_A_REFUSED_ONE) {
            lanes.clear();
        }
        world.trace.note(command.getClass().getSimpleName(), result);
        results.put(command.commandId(), result);
        world.after(
                world.chance(0.05) ? world.between(0, World.millis(40)) : world.between(0, World.millis(1)),
                process,
                "next command",
                null,
                () -> execute(commands, next + 1, lanes, results, reply));
    }

    private CommandResult execute(
            NodeCommand command,
            Function<ai.whatsflow.node.session.NodeCommand, ai.whatsflow.node.session.CommandResult> lane) {
        long epoch = command.epoch();
        if (simulation.fault == PlantedFault.COMMANDS_SKIP_THE_EPOCH && command instanceof NodeCommand.Send) {
            epoch = ownEpoch(command.instanceId(), epoch);
        }
        var answer = lane.apply(translated(command, epoch));
        CommandResult result = answer.reason() == null
                ? CommandResult.valueOf(answer.result().name())
                : CommandResult.valueOf(answer.reason().name());
        if (command instanceof NodeCommand.Send send && result == CommandResult.ACCEPTED) {
            simulation.checks.accepts(send);
        }
        return result;
    }

    private long ownEpoch(UUID instanceId, long otherwise) {
        return wiring.views().stream()
                .filter(view -> view.instanceId().equals(instanceId))
                .mapToLong(SessionView::epoch)
                .findFirst()
                .orElse(otherwise);
    }

    private ai.whatsflow.node.session.NodeCommand translated(NodeCommand command, long epoch) {
        return switch (command) {
            case NodeCommand.Start start ->
                new ai.whatsflow.node.session.NodeCommand.Start(
                        start.commandId(),
                        start.instanceId(),
                        epoch,
                        start.deadline(),
                        start.engine(),
                        start.leaseExpiresIn());
            case NodeCommand.Stop stop ->
                new ai.whatsflow.node.session.NodeCommand.Stop(
                        stop.commandId(), stop.instanceId(), epoch, stop.deadline());
            case NodeCommand.Send send ->
                new ai.whatsflow.node.session.NodeCommand.Send(
                        send.commandId(),
                        send.instanceId(),
                        epoch,
                        send.deadline(),
                        simulation.fault == PlantedFault.DROPS_ACCEPTED_SENDS ? null : send.expiresAt(),
                        send.messageId(),
                        send.whatsappId(),
                        send.to(),
                        send.text());
        };
    }

    private final class Engine implements WhatsAppEngine {

        private final EngineDescription description;

        Engine(String name, boolean maySendAgain) {
            this.description = new EngineDescription(name, "1", maySendAgain);
        }

        @Override
        public EngineDescription description() {
            return description;
        }

        @Override
        public EngineConnection open(byte @Nullable [] state, Fence fence, EngineListener listener) {
            DeviceLine line = new DeviceLine(NodeProcess.this, Objects.requireNonNull(state), fence, listener);
            world.after(world.between(0, World.millis(3)), process, "line", null, line::open);
            return line;
        }
    }
}

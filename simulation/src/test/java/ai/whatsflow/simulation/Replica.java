package ai.whatsflow.simulation;

import ai.whatsflow.instance.assignment.AssignmentWiring.SessionRequest;
import ai.whatsflow.instance.dispatch.DispatchWiring.SendRequest;
import ai.whatsflow.instance.node.CommandResult;
import ai.whatsflow.instance.node.CommandsAnswer;
import ai.whatsflow.instance.node.Node;
import ai.whatsflow.instance.node.NodeCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One process of instance-service, and the loops that it runs. */
final class Replica {

    final Process process;
    private final Simulation simulation;
    private final Platform platform;
    private final Loop placement;
    private final Loop ending;
    private final List<Loop> runners = new ArrayList<>();

    Replica(Simulation simulation, Process process) {
        this.simulation = simulation;
        this.platform = simulation.platform;
        this.process = process;
        this.placement = new Loop("place", this::place);
        this.ending = new Loop("end", this::end);
        for (Machine machine : simulation.machines) {
            runners.add(new Loop("serve", done -> serve(machine, done)));
        }
    }

    void start() {
        placement.wake();
        ending.wake();
        runners.forEach(Loop::wake);
    }

    void wake(boolean place, boolean serve) {
        if (place) {
            placement.wake();
        }
        if (serve) {
            runners.forEach(Loop::wake);
        }
    }

    private void place(Consumer<Duration> done) {
        simulation.checks.beats();
        platform.assignment.place.place();
        platform.tellWaiting();
        done.accept(Settings.PLACEMENT);
    }

    private void end(Consumer<Duration> done) {
        platform.dispatch.endWaiting.end();
        platform.tellWaiting();
        done.accept(Settings.ENDING);
    }

    private void serve(Machine machine, Consumer<Duration> done) {
        Node node = platform.nodes.find(machine.serverId).orElse(null);
        if (node == null || !node.isReachable()) {
            done.accept(Settings.IDLE);
            return;
        }
        SessionRequest request = platform.assignment.take(node);
        int commands = request.commands().size();
        if (commands == 0) {
            dispatch(machine, node, 0, done);
            return;
        }
        give(machine, request.commands(), answer -> {
            platform.assignment.settle(node, request, answer);
            platform.tellWaiting();
            dispatch(machine, node, commands, done);
        });
    }

    private void dispatch(Machine machine, Node node, int worked, Consumer<Duration> done) {
        SendRequest request = platform.dispatch.claim(node);
        platform.tellWaiting();
        Duration pause = worked + request.lanes() > 0 ? Settings.TICK : Settings.IDLE;
        if (request.commands().isEmpty()) {
            done.accept(pause);
            return;
        }
        simulation.checks.claims(request);
        simulation.chaos.claimed(this);
        give(machine, request.commands(), answer -> {
            platform.dispatch.settle(node, request, answer);
            simulation.checks.settled(request);
            platform.tellWaiting();
            done.accept(pause);
        });
    }

    private void give(Machine machine, List<NodeCommand> commands, Consumer<CommandsAnswer> then) {
        simulation.network.<Map<java.util.UUID, CommandResult>>call(
                process,
                machine::process,
                machine.isCutFromPlatform(),
                "commands",
                new Told(commands),
                Settings.CALL,
                reply -> Objects.requireNonNull(machine.node).execute(commands, reply),
                results -> then.accept(
                        results == null
                                ? new CommandsAnswer.Unknown("no answer")
                                : new CommandsAnswer.Answered(results)));
    }

    /** Commands as a trace shows them: without their ids, which are made by chance and differ in a replay. */
    private record Told(List<NodeCommand> commands) {

        @Override
        public String toString() {
            return commands.stream().map(Told::name).collect(Collectors.joining(", ", "[", "]"));
        }

        private static String name(NodeCommand command) {
            String session = Names.of(command.instanceId()) + "@" + command.epoch();
            return command instanceof NodeCommand.Send send
                    ? "send " + Names.of(send.messageId()) + " of " + session
                    : command.getClass().getSimpleName() + " " + session;
        }
    }

    /** Does one thing again and again; who wakes it does not wait for the pause to end. */
    private final class Loop {

        private final String name;
        private final Consumer<Consumer<Duration>> step;
        private boolean busy;
        private boolean woken;
        private long wakeUps;

        Loop(String name, Consumer<Consumer<Duration>> step) {
            this.name = name;
            this.step = step;
        }

        void wake() {
            if (busy) {
                woken = true;
            } else {
                after(0);
            }
        }

        private void after(long nanos) {
            long mine = ++wakeUps;
            simulation.world.after(nanos, process, name, null, () -> {
                if (mine == wakeUps && !busy) {
                    busy = true;
                    step.accept(this::done);
                }
            });
        }

        private void done(Duration pause) {
            busy = false;
            after(woken ? 0 : pause.toNanos());
            woken = false;
        }
    }
}

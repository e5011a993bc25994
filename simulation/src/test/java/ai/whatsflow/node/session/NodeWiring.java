package ai.whatsflow.node.session;

import ai.whatsflow.node.engine.Engines;
import ai.whatsflow.node.engine.WhatsAppEngine;
import ai.whatsflow.node.eventlog.NodeEvent;
import ai.whatsflow.node.eventlog.NodeEvents;
import ai.whatsflow.node.lease.LeaseHolder;
import ai.whatsflow.node.lease.LeaseRequests;
import ai.whatsflow.node.vault.SessionVault;
import ai.whatsflow.simulation.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.ObjectProvider;

/** The real sessions of a node over simulated surroundings. */
public final class NodeWiring {

    /** Runs a task after a while, as a step of the node. */
    public interface Later {
        void run(Duration delay, String what, Runnable task);
    }

    private final Sessions sessions;
    private final ExecuteCommands commands;
    private final SentMemory memory;

    public NodeWiring(
            LongSupplier nanoTime,
            Later later,
            Clock clock,
            RandomGenerator random,
            SessionVault vault,
            NodeEvents events,
            LeaseRequests leases,
            List<? extends WhatsAppEngine> engines,
            int remembered) {
        memory = new SentMemory(Settings.node(remembered));
        SessionScheduler scheduler = new SessionScheduler() {
            @Override
            public long nanoTime() {
                return nanoTime.getAsLong();
            }

            @Override
            public void start(String name, Runnable task) {
                later.run(Duration.ZERO, name, task);
            }

            @Override
            public void after(Duration delay, Runnable task) {
                later.run(delay, "timer", task);
            }
        };
        SessionContext context =
                new SessionContext(vault, events, memory, leases, scheduler, clock, random, Settings.NODE);
        sessions = new Sessions(new Engines(List.copyOf(engines)), always(context), scheduler, Settings.NODE);
        commands = new ExecuteCommands(sessions, events, clock);
    }

    /** What this process learns from the log of the one before it. */
    public void remember(NodeEvent event) {
        memory.happened(event);
    }

    public void start() {
        sessions.start();
    }

    /** Carries out the commands of one session in one request, one by one. */
    public Function<NodeCommand, CommandResult> lane() {
        return commands.new Lane()::execute;
    }

    public Collection<? extends LeaseHolder> holders() {
        return sessions.get();
    }

    public List<SessionView> views() {
        return sessions.views();
    }

    private static ObjectProvider<SessionContext> always(SessionContext context) {
        return new ObjectProvider<>() {
            @Override
            public SessionContext getObject() {
                return context;
            }
        };
    }
}

package ai.whatsflow.node.registry;

import ai.whatsflow.node.ShutdownOrder;
import ai.whatsflow.node.eventlog.EventLog;
import ai.whatsflow.node.identity.NodeIdentity;
import ai.whatsflow.node.session.Sessions;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes this process's pulse. The first to hear of a shutdown, it says "draining" at once and until the end. */
@Component
class Heartbeats implements SmartLifecycle {

    private final Registry registry;
    private final NodeIdentity identity;
    private final Machine machine;
    private final Sessions sessions;
    private final EventLog events;
    private volatile boolean running;

    Heartbeats(Registry registry, NodeIdentity identity, Machine machine, Sessions sessions, EventLog events) {
        this.registry = registry;
        this.identity = identity;
        this.machine = machine;
        this.sessions = sessions;
        this.events = events;
    }

    Heartbeat now() {
        return new Heartbeat(
                identity.bootId(),
                machine.cpu(),
                machine.memory(),
                machine.disk(),
                machine.openFiles(),
                sessions.countsByState(),
                sessions.sendsInFlight(),
                events.backlog(),
                !running);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (identity.serverId().isPresent()) {
            registry.heartbeat(now());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return ShutdownOrder.DRAINING;
    }
}

package ai.whatsflow.instance.runtime;

import ai.whatsflow.instance.assignment.PlaceSessions;
import ai.whatsflow.instance.assignment.SessionsAssigned;
import ai.whatsflow.instance.dispatch.EndWaiting;
import ai.whatsflow.instance.dispatch.KeepPartitions;
import ai.whatsflow.instance.dispatch.MessagesQueued;
import ai.whatsflow.instance.instance.InstanceRequested;
import ai.whatsflow.instance.node.NodesChanged;
import ai.whatsflow.instance.nodeevent.NodeReported;
import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Everything that this service does of its own accord; what happens elsewhere wakes it, time is the fallback. */
@Component
class Loops implements SmartLifecycle {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final NodeRunners runners;
    private final RuntimeProperties properties;
    private final Loop placement;
    private final Loop supervision;
    private final Loop ending;
    private final Loop partitions;
    private volatile boolean running;

    Loops(
            NodeRunners runners,
            PlaceSessions placeSessions,
            EndWaiting endWaiting,
            KeepPartitions keepPartitions,
            RuntimeProperties properties) {
        this.runners = runners;
        this.properties = properties;
        placement = new Loop("placement", () -> {
            placeSessions.place();
            return properties.placementInterval();
        });
        supervision = new Loop("node-runners", runners::refresh);
        ending = new Loop(
                "message-ending", () -> endWaiting.end() > 0 ? properties.tick() : properties.endingInterval());
        partitions = new Loop("dispatch-partitions", () -> {
            keepPartitions.keep();
            return HOUR;
        });
    }

    @TransactionalEventListener(fallbackExecution = true)
    public void wakePlacement(InstanceRequested requested) {
        placement.wake();
    }

    @TransactionalEventListener(fallbackExecution = true)
    public void wakePlacement(NodesChanged changed) {
        placement.wake();
        supervision.wake();
    }

    @TransactionalEventListener(fallbackExecution = true)
    public void wakeRunners(SessionsAssigned assigned) {
        runners.wake();
    }

    @TransactionalEventListener(fallbackExecution = true)
    public void wakeRunners(MessagesQueued queued) {
        runners.wake();
    }

    @TransactionalEventListener(fallbackExecution = true)
    public void wakeRunner(NodeReported reported) {
        runners.wake(reported.serverId());
    }

    @Override
    public void start() {
        running = true;
        if (properties.enabled()) {
            all().forEach(Loop::start);
        }
    }

    @Override
    public void stop() {
        running = false;
        all().forEach(Loop::close);
        runners.close(PATIENCE);
        if (properties.enabled()) {
            all().forEach(loop -> loop.join(PATIENCE));
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private List<Loop> all() {
        return List.of(placement, supervision, ending, partitions);
    }
}

package ai.whatsflow.node.session;

import ai.whatsflow.node.NodeProperties;
import ai.whatsflow.node.ShutdownOrder;
import ai.whatsflow.node.engine.Engines;
import ai.whatsflow.node.engine.WhatsAppEngine;
import ai.whatsflow.node.lease.Lease;
import ai.whatsflow.node.lease.LeaseHolder;
import ai.whatsflow.node.lease.LeaseKeeper.LeaseHolders;
import ai.whatsflow.node.session.CommandResult.Reason;
import ai.whatsflow.node.session.NodeCommand.Start;
import ai.whatsflow.node.session.NodeCommand.Stop;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The sessions this node holds, one per instance. Thread-safe. */
@Component
public class Sessions implements LeaseHolders, SmartLifecycle {

    private static final Duration OVERDUE_EVERY = Duration.ofSeconds(1);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Map<UUID, DeviceSession> byInstance = new ConcurrentHashMap<>();
    private final HighestEpochs highestEpochs = new HighestEpochs();
    private final Engines engines;
    private final ObjectProvider<SessionContext> context;
    private final SessionScheduler scheduler;
    private final int maxDevices;
    private volatile boolean running;

    Sessions(
            Engines engines,
            ObjectProvider<SessionContext> context,
            SessionScheduler scheduler,
            NodeProperties properties) {
        this.engines = engines;
        this.context = context;
        this.scheduler = scheduler;
        this.maxDevices = properties.maxDevices();
    }

    synchronized CommandResult start(Start command) {
        if (highestEpochs.isStale(command.instanceId(), command.epoch())) {
            return CommandResult.rejected(command, Reason.STALE_EPOCH);
        }
        DeviceSession present = byInstance.get(command.instanceId());
        if (present != null && present.lease().epoch() == command.epoch()) {
            return CommandResult.done(command);
        }
        Optional<WhatsAppEngine> engine = engines.named(command.engine());
        if (engine.isEmpty()) {
            return CommandResult.rejected(command, Reason.NOT_READY);
        }
        if (!running || (present == null && byInstance.size() >= maxDevices)) {
            return CommandResult.rejected(command, Reason.BUSY);
        }
        if (present != null) {
            present.end(Signal.LEASE_GONE);
        }
        highestEpochs.saw(command.instanceId(), command.epoch());
        DeviceSession session = new DeviceSession(
                command,
                engine.get(),
                context.getObject(),
                ended -> byInstance.remove(ended.lease().instanceId(), ended));
        byInstance.put(command.instanceId(), session);
        session.begin();
        return CommandResult.accepted(command);
    }

    synchronized CommandResult stop(Stop command) {
        if (highestEpochs.isStale(command.instanceId(), command.epoch())) {
            return CommandResult.rejected(command, Reason.STALE_EPOCH);
        }
        highestEpochs.saw(command.instanceId(), command.epoch());
        DeviceSession present = byInstance.get(command.instanceId());
        if (present != null) {
            present.end(Signal.STOP);
        } else {
            context.getObject().leases().release(new Lease(command.instanceId(), command.epoch()));
        }
        return CommandResult.done(command);
    }

    CommandResult send(NodeCommand.Send command) {
        DeviceSession session = byInstance.get(command.instanceId());
        if (highestEpochs.isStale(command.instanceId(), command.epoch())) {
            return CommandResult.rejected(command, Reason.STALE_EPOCH);
        }
        if (session == null || session.lease().epoch() != command.epoch()) {
            return CommandResult.rejected(command, Reason.NOT_OWNER);
        }
        return session.send(command);
    }

    @Override
    public Collection<? extends LeaseHolder> get() {
        return byInstance.values();
    }

    public List<SessionView> views() {
        return byInstance.values().stream()
                .map(DeviceSession::view)
                .sorted(Comparator.comparing(SessionView::instanceId))
                .toList();
    }

    /** How many sessions are in each state; states without any are left out. */
    public Map<String, Integer> countsByState() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        byInstance.values().forEach(session -> counts.merge(session.state().name(), 1, Integer::sum));
        return counts;
    }

    public int sendsInFlight() {
        return byInstance.values().stream()
                .mapToInt(session -> session.sends().inFlight())
                .sum();
    }

    @Override
    public void start() {
        running = true;
        scheduler.after(OVERDUE_EVERY, this::resendOverdue);
    }

    private void resendOverdue() {
        long now = scheduler.nanoTime();
        byInstance.values().stream()
                .map(DeviceSession::sends)
                .filter(sends -> sends.hasOverdue(now))
                .forEach(sends -> scheduler.start("sends-overdue", () -> sends.resendOverdue(now)));
        if (running) {
            scheduler.after(OVERDUE_EVERY, this::resendOverdue);
        }
    }

    /** Closes every socket before it returns, and waits a little for what each session still has to report. */
    @Override
    public void stop() {
        synchronized (this) {
            running = false;
            byInstance.values().forEach(session -> session.end(Signal.SHUTDOWN));
        }
        long deadline = System.nanoTime() + CLOSING.toNanos();
        while (!byInstance.isEmpty() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return ShutdownOrder.SESSIONS;
    }
}

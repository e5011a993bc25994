package ai.whatsflow.node.engine.simulated;

import ai.whatsflow.node.engine.Ending;
import ai.whatsflow.node.engine.EngineConnection;
import ai.whatsflow.node.engine.EngineEvent;
import ai.whatsflow.node.engine.EngineListener;
import ai.whatsflow.node.engine.Fence;
import ai.whatsflow.node.engine.Fence.Save;
import ai.whatsflow.node.engine.Handover;
import ai.whatsflow.node.engine.OutgoingText;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One device's socket to the simulator. Its own thread reads; sends come from any thread. */
final class SimulatedConnection implements EngineConnection, Runnable {

    /** What every connection of the engine shares. */
    record Line(InetSocketAddress address, String client, Semaphore openings, ScheduledExecutorService pings) {}

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedConnection.class);
    private static final Duration PING_EVERY = Duration.ofSeconds(30);
    private static final Duration SAVE_AGAIN_AFTER = Duration.ofMillis(500);

    /** Refusals that would be given again for the same message. */
    private static final Set<String> FINAL_REFUSALS =
            Set.of("malformed-number", "malformed-id", "text-empty", "text-too-long");

    private final Line line;
    private final Fence fence;
    private final EngineListener listener;
    private final MessageKeys keys;
    private final SimulatorLink link = new SimulatorLink();
    private final ReentrantLock sending = new ReentrantLock();
    private final CumulativeAcknowledgement receipts = new CumulativeAcknowledgement(this::acknowledge);

    private volatile boolean online;
    private volatile @Nullable Ending decided;

    SimulatedConnection(Line line, @Nullable DeviceState state, Fence fence, EngineListener listener) {
        this.line = line;
        this.keys = new MessageKeys(state, fence);
        this.fence = fence;
        this.listener = listener;
    }

    @Override
    public void run() {
        ScheduledFuture<?> pings = null;
        try {
            DeviceState known = keys.state();
            if (known == null || saved(keys.resume())) {
                line.openings().acquire();
                try {
                    open(known);
                } finally {
                    line.openings().release();
                }
            }
            pings = line.pings()
                    .scheduleAtFixedRate(
                            () -> Thread.ofVirtual().start(this::ping),
                            PING_EVERY.toMillis(),
                            PING_EVERY.toMillis(),
                            TimeUnit.MILLISECONDS);
            listen();
        } catch (IOException e) {
            LOG.debug("connection to the simulator ended: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn(
                    "the simulator said something that cannot be read: {}",
                    e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            online = false;
            if (pings != null) {
                pings.cancel(false);
            }
            closeSocket();
            Ending ending = decided;
            listener.happened(new EngineEvent.Ended(ending == null ? Ending.LOST : ending));
        }
    }

    private void open(@Nullable DeviceState known) throws IOException {
        if (decided != null || !fence.holds()) {
            return;
        }
        if (known == null) {
            link.pair(line.address(), line.client());
        } else {
            link.hello(line.address(), line.client(), known);
        }
    }

    private void listen() throws IOException {
        while (decided == null) {
            SimulatorFrame frame = link.next();
            if (frame == null) {
                return;
            }
            handle(frame);
        }
    }

    private void handle(SimulatorFrame frame) {
        switch (frame.type()) {
            case "qr" -> tell(frame.qrIssued());
            case "linked" -> linked(frame);
            case "online" -> resumed(frame);
            case "ack" -> tell(frame.sent());
            case "refused" -> refused(frame);
            case "receipt" -> tell(frame.receipt(received(frame)));
            case "inbound" -> tell(frame.inbound(received(frame)));
            case "conflict" -> decided = Ending.CONFLICT;
            case "logged-out" -> loggedOut("logged-out");
            case "banned" -> decided = Ending.BANNED;
            case "pairing-ended" -> decided = Ending.PAIRING_TIMED_OUT;
            default -> LOG.trace("nothing to do");
        }
    }

    private void linked(SimulatorFrame frame) {
        DeviceState fresh = DeviceState.linked(frame.text("deviceId"), frame.text("secret"), frame.text("phone"));
        Save saved = keys.linked(fresh);
        while (saved == Save.UNAVAILABLE && fence.holds() && decided == null) {
            pause();
            saved = keys.linked(fresh);
        }
        if (saved != Save.SAVED) {
            decided = saved == Save.STALE ? Ending.STATE_REFUSED : Ending.LOST;
            return;
        }
        tell(new EngineEvent.Linked(fresh.phone()));
        online = true;
        tell(new EngineEvent.Online(fresh.phone()));
    }

    private void resumed(SimulatorFrame frame) {
        sending.lock();
        try {
            keys.passed(frame.number("lastMessageKey"));
        } finally {
            sending.unlock();
        }
        online = true;
        tell(new EngineEvent.Online(frame.text("phone")));
    }

    private void refused(SimulatorFrame frame) {
        String reason = frame.text("reason");
        if (FINAL_REFUSALS.contains(reason)) {
            tell(frame.sendRefused());
            return;
        }
        switch (reason) {
            case "unknown-credentials", "logged-out" -> loggedOut(reason);
            case "banned" -> decided = Ending.BANNED;
            case "replaced" -> decided = Ending.CONFLICT;
            default -> {
                LOG.warn("the simulator refused a frame: {}", reason);
                decided = Ending.LOST;
            }
        }
    }

    private void loggedOut(String reason) {
        decided = Ending.LOGGED_OUT;
        if (keys.loggedOut(reason) == Save.STALE) {
            decided = Ending.STATE_REFUSED;
        }
    }

    @Override
    public Handover send(OutgoingText text) {
        sending.lock();
        try {
            if (!online || decided != null) {
                return Handover.NOT_ONLINE;
            }
            if (!saved(keys.reserve())) {
                closeSocket();
                return decided == Ending.STATE_REFUSED ? Handover.FENCED : Handover.NOT_ONLINE;
            }
            if (!fence.holds()) {
                return Handover.FENCED;
            }
            link.send(text, keys.take());
            return Handover.HANDED;
        } catch (IOException e) {
            closeSocket();
            return Handover.HANDED;
        } finally {
            sending.unlock();
        }
    }

    /** Whether it was; when not, the ending says why. */
    private boolean saved(Save outcome) {
        if (outcome != Save.SAVED) {
            decide(outcome == Save.STALE ? Ending.STATE_REFUSED : Ending.LOST);
        }
        return outcome == Save.SAVED;
    }

    private Runnable received(SimulatorFrame frame) {
        long seq = frame.number("seq");
        return () -> receipts.through(seq);
    }

    private void acknowledge(long through) {
        try {
            link.received(through);
        } catch (IOException e) {
            LOG.debug("an acknowledgement did not leave; WhatsApp will repeat itself");
        }
    }

    private void ping() {
        try {
            link.ping();
        } catch (IOException e) {
            closeSocket();
        }
    }

    @Override
    public void close() {
        decide(Ending.CLOSED);
        closeSocket();
    }

    private void decide(Ending ending) {
        if (decided == null) {
            decided = ending;
        }
    }

    private void closeSocket() {
        online = false;
        link.close();
    }

    private void tell(EngineEvent event) {
        listener.happened(event);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(SAVE_AGAIN_AFTER.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

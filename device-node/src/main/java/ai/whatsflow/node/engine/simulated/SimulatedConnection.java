package ai.whatsflow.node.engine.simulated;

import ai.whatsflow.node.engine.Ending;
import ai.whatsflow.node.engine.EngineConnection;
import ai.whatsflow.node.engine.EngineEvent;
import ai.whatsflow.node.engine.EngineEvent.Receipt;
import ai.whatsflow.node.engine.EngineListener;
import ai.whatsflow.node.engine.Fence;
import ai.whatsflow.node.engine.Fence.Save;
import ai.whatsflow.node.engine.Handover;
import ai.whatsflow.node.engine.OutgoingText;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

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
    private final FrameSocket socket = new FrameSocket();
    private final ReentrantLock sending = new ReentrantLock();
    private final CumulativeAcknowledgement receipts = new CumulativeAcknowledgement(this::acknowledge);

    private @Nullable DeviceState state;
    private long nextKey;
    private volatile boolean online;
    private volatile @Nullable Ending decided;

    SimulatedConnection(Line line, @Nullable DeviceState state, Fence fence, EngineListener listener) {
        this.line = line;
        this.state = state;
        this.fence = fence;
        this.listener = listener;
    }

    @Override
    public void run() {
        ScheduledFuture<?> pings = null;
        try {
            line.openings().acquire();
            try {
                open();
            } finally {
                line.openings().release();
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

    private void open() throws IOException {
        DeviceState known = state;
        if (known != null && !reserveAbove(known, 0)) {
            return;
        }
        if (decided != null || !fence.holds()) {
            return;
        }
        socket.connect(line.address());
        if (known == null) {
            socket.say(Map.of("type", "pair", "client", line.client()));
        } else {
            socket.say(Map.of(
                    "type", "hello",
                    "deviceId", known.deviceId(),
                    "secret", known.secret(),
                    "client", line.client()));
        }
    }

    private void listen() throws IOException {
        while (decided == null) {
            JsonNode frame = socket.next();
            if (frame == null) {
                return;
            }
            handle(frame);
        }
    }

    private void handle(JsonNode frame) {
        switch (frame.path("type").asString("")) {
            case "qr" ->
                tell(new EngineEvent.QrIssued(
                        text(frame, "code"),
                        frame.path("attempt").asInt(),
                        frame.path("of").asInt(),
                        instant(frame, "expiresAt")));
            case "linked" -> linked(frame);
            case "online" -> resumed(frame);
            case "ack" -> tell(new EngineEvent.Sent(text(frame, "whatsappId")));
            case "refused" -> refused(frame);
            case "receipt" ->
                tell(new Receipt(
                        text(frame, "whatsappId"),
                        Receipt.Kind.valueOf(text(frame, "status")),
                        instant(frame, "at"),
                        received(frame)));
            case "inbound" ->
                tell(new EngineEvent.Inbound(
                        text(frame, "whatsappId"),
                        text(frame, "from"),
                        text(frame, "text"),
                        instant(frame, "at"),
                        received(frame)));
            case "conflict" -> decided = Ending.CONFLICT;
            case "logged-out" -> loggedOut("logged-out");
            case "banned" -> decided = Ending.BANNED;
            case "pairing-ended" -> decided = Ending.PAIRING_TIMED_OUT;
            default -> LOG.trace("nothing to do");
        }
    }

    private void linked(JsonNode frame) {
        DeviceState fresh = DeviceState.linked(text(frame, "deviceId"), text(frame, "secret"), text(frame, "phone"));
        Save saved = fence.save(fresh.bytes());
        while (saved == Save.UNAVAILABLE && fence.holds() && decided == null) {
            pause();
            saved = fence.save(fresh.bytes());
        }
        if (saved != Save.SAVED) {
            decided = saved == Save.STALE ? Ending.STATE_REFUSED : Ending.LOST;
            return;
        }
        state = fresh;
        nextKey = 1;
        tell(new EngineEvent.Linked(fresh.phone()));
        online = true;
        tell(new EngineEvent.Online(fresh.phone()));
    }

    private void resumed(JsonNode frame) {
        sending.lock();
        try {
            nextKey = Math.max(nextKey, frame.path("lastMessageKey").asLong() + 1);
        } finally {
            sending.unlock();
        }
        online = true;
        tell(new EngineEvent.Online(text(frame, "phone")));
    }

    private void refused(JsonNode frame) {
        String reason = text(frame, "reason");
        if (FINAL_REFUSALS.contains(reason)) {
            tell(new EngineEvent.SendRefused(text(frame, "whatsappId"), reason));
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
        DeviceState known = state;
        decided = Ending.LOGGED_OUT;
        if (known != null && fence.save(known.loggedOutBecause(reason).bytes()) == Save.STALE) {
            decided = Ending.STATE_REFUSED;
        }
    }

    @Override
    public Handover send(OutgoingText text) {
        sending.lock();
        try {
            DeviceState known = state;
            if (!online || known == null || decided != null) {
                return Handover.NOT_ONLINE;
            }
            if (nextKey > known.keysReservedThrough() && !reserveAbove(known, nextKey - 1)) {
                closeSocket();
                return decided == Ending.STATE_REFUSED ? Handover.FENCED : Handover.NOT_ONLINE;
            }
            if (!fence.holds()) {
                return Handover.FENCED;
            }
            socket.say(Map.of(
                    "type", "send",
                    "whatsappId", text.whatsappId(),
                    "to", text.to(),
                    "text", text.text(),
                    "messageKey", nextKey++));
            return Handover.HANDED;
        } catch (IOException e) {
            closeSocket();
            return Handover.HANDED;
        } finally {
            sending.unlock();
        }
    }

    /** Saves one more block of keys; when that fails the ending says why. */
    private boolean reserveAbove(DeviceState known, long lastKey) {
        DeviceState reserved = known.withBlockAbove(lastKey);
        Save saved = fence.save(reserved.bytes());
        if (saved == Save.SAVED) {
            nextKey = Math.max(nextKey, reserved.keysReservedThrough() - DeviceState.BLOCK + 1);
            state = reserved;
            return true;
        }
        decide(saved == Save.STALE ? Ending.STATE_REFUSED : Ending.LOST);
        return false;
    }

    private Runnable received(JsonNode frame) {
        long seq = frame.path("seq").asLong();
        return () -> receipts.through(seq);
    }

    private void acknowledge(long through) {
        try {
            socket.say(Map.of("type", "received", "through", through));
        } catch (IOException e) {
            LOG.debug("an acknowledgement did not leave; WhatsApp will repeat itself");
        }
    }

    private void ping() {
        try {
            socket.say(Map.of("type", "ping"));
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
        socket.close();
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

    private static String text(JsonNode frame, String field) {
        return Objects.requireNonNull(frame.path(field).asString(""));
    }

    private static Instant instant(JsonNode frame, String field) {
        return Instant.parse(text(frame, field));
    }
}

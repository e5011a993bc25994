package ai.whatsflow.simulation;

import ai.whatsflow.node.engine.Ending;
import ai.whatsflow.node.engine.EngineConnection;
import ai.whatsflow.node.engine.EngineEvent;
import ai.whatsflow.node.engine.EngineListener;
import ai.whatsflow.node.engine.Fence;
import ai.whatsflow.node.engine.Handover;
import ai.whatsflow.node.engine.OutgoingText;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A linked device on its line, by the rules of the engine port: keys are saved before they are used. */
final class DeviceLine implements EngineConnection, Socket.Listener {

    private static final int BLOCK = 3;

    private final NodeProcess node;
    private final Fence fence;
    private final EngineListener listener;
    private final UUID instanceId;
    private long reservedThrough;
    private long nextKey;
    private boolean online;
    private boolean ended;
    private @Nullable Ending decided;
    private @Nullable Socket socket;

    DeviceLine(NodeProcess node, byte[] state, Fence fence, EngineListener listener) {
        this.node = node;
        this.fence = fence;
        this.listener = listener;
        ByteBuffer read = ByteBuffer.wrap(state);
        this.instanceId = new UUID(read.getLong(), read.getLong());
        this.reservedThrough = read.getLong();
    }

    static byte[] state(UUID instanceId, long reservedThrough) {
        return ByteBuffer.allocate(24)
                .putLong(instanceId.getMostSignificantBits())
                .putLong(instanceId.getLeastSignificantBits())
                .putLong(reservedThrough)
                .array();
    }

    static long reservedThrough(byte[] state) {
        return ByteBuffer.wrap(state).getLong(16);
    }

    void open() {
        if (decided != null || !reserveAbove(0)) {
            finish();
            return;
        }
        long epoch = node.vault.lastSavedEpoch;
        node.soon("open", instanceId, () -> {
            if (decided != null || !fence.holds()) {
                finish();
                return;
            }
            socket = node.socket(instanceId, epoch, this);
            socket.hello();
        });
    }

    private boolean reserveAbove(long lastKey) {
        long through = Math.max(reservedThrough, lastKey) + BLOCK;
        switch (fence.save(state(instanceId, through))) {
            case SAVED -> {
                nextKey = Math.max(nextKey, through - BLOCK + 1);
                reservedThrough = through;
                return true;
            }
            case STALE -> decide(Ending.STATE_REFUSED);
            case UNAVAILABLE -> decide(Ending.LOST);
        }
        return false;
    }

    @Override
    public Handover send(OutgoingText text) {
        Socket open = socket;
        if (!online || open == null || decided != null) {
            return Handover.NOT_ONLINE;
        }
        if (nextKey > reservedThrough && !reserveAbove(nextKey - 1)) {
            finish();
            return decided == Ending.STATE_REFUSED ? Handover.FENCED : Handover.NOT_ONLINE;
        }
        if (!fence.holds()) {
            return Handover.FENCED;
        }
        node.leaves(instanceId, text.whatsappId());
        open.send(text.whatsappId(), text.to(), nextKey++);
        return Handover.HANDED;
    }

    @Override
    public void close() {
        decide(Ending.CLOSED);
        finish();
    }

    private void decide(Ending ending) {
        if (decided == null) {
            decided = ending;
        }
    }

    private void finish() {
        online = false;
        Socket open = socket;
        if (open != null) {
            node.close(open);
        }
        if (!ended) {
            ended = true;
            Ending how = decided == null ? Ending.LOST : decided;
            node.soon("ended", how, () -> listener.happened(new EngineEvent.Ended(how)));
        }
    }

    @Override
    public void online(long lastKey) {
        nextKey = Math.max(nextKey, lastKey + 1);
        online = true;
        listener.happened(new EngineEvent.Online("+94770000000"));
    }

    @Override
    public void acknowledged(String whatsappId) {
        listener.happened(new EngineEvent.Sent(whatsappId));
    }

    @Override
    public void refused(String whatsappId) {
        listener.happened(new EngineEvent.SendRefused(whatsappId, "malformed-number"));
    }

    @Override
    public void pushed(WhatsApp.Push push) {
        EngineEvent.Receipt.Kind kind = push.receipt() == WhatsApp.Receipt.READ
                ? EngineEvent.Receipt.Kind.READ
                : EngineEvent.Receipt.Kind.DELIVERED;
        Socket open = socket;
        listener.happened(new EngineEvent.Receipt(push.whatsappId(), kind, node.clock.instant(), () -> {
            if (open != null) {
                open.received(push.seq());
            }
        }));
    }

    @Override
    public void ended(Ending how) {
        decide(how);
        finish();
    }
}

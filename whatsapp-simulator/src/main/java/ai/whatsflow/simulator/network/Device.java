package ai.whatsflow.simulator.network;

import java.time.Instant;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A linked device. Guarded by the network's lock. */
final class Device {

    final String deviceId;
    final PhoneNumber phone;
    final String secretHash;
    final Instant linkedAt;

    DeviceStatus status = DeviceStatus.LINKED;
    long lastMessageKey;
    Counts counts = Counts.NONE;

    private final TreeMap<Long, Push> pending = new TreeMap<>();
    private long lastPush;
    private long receivedThrough;

    private @Nullable LiveSocket socket;
    private boolean greeted;
    private long pushedThrough;

    @Nullable
    Instant connectedAt;

    @Nullable
    Instant firstSendAt;

    Device(String deviceId, PhoneNumber phone, String secretHash, Instant linkedAt) {
        this.deviceId = deviceId;
        this.phone = phone;
        this.secretHash = secretHash;
        this.linkedAt = linkedAt;
    }

    void count(Counts more) {
        counts = counts.plus(more);
    }

    void enqueue(LongFunction<Push> push) {
        if (status == DeviceStatus.LINKED) {
            lastPush++;
            pending.put(lastPush, push.apply(lastPush));
        }
    }

    boolean received(long through) {
        if (through <= receivedThrough || through > lastPush) {
            return false;
        }
        receivedThrough = through;
        pending.headMap(through, true).clear();
        return true;
    }

    void end(DeviceStatus ended) {
        status = ended;
        pending.clear();
        receivedThrough = lastPush;
    }

    int pendingPushes() {
        return pending.size();
    }

    @Nullable
    LiveSocket socket() {
        return socket;
    }

    void attach(LiveSocket live, Instant at) {
        socket = live;
        greeted = false;
        connectedAt = at;
        firstSendAt = null;
        pushedThrough = receivedThrough;
    }

    void detach() {
        socket = null;
        connectedAt = null;
        firstSendAt = null;
    }

    /** The socket was told that it is online: from here on pushes make sense to it. */
    void greet() {
        greeted = true;
    }

    /** Hands the socket what is pending, as far as the window allows. */
    void pump(int window) {
        LiveSocket live = socket;
        if (live == null || !greeted) {
            return;
        }
        long until = Math.min(lastPush, receivedThrough + window);
        if (pushedThrough < until) {
            pending.subMap(pushedThrough, false, until, true).values().forEach(live::push);
            pushedThrough = until;
        }
    }
}

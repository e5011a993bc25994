package ai.whatsflow.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** WhatsApp: one live socket per device, one message per id, keys that are used once, receipts until they are received. */
public final class WhatsApp {

    public enum Receipt {
        DELIVERED,
        READ
    }

    /** A receipt on its way to the device. */
    public record Push(long seq, String whatsappId, Receipt receipt) {}

    /** What WhatsApp does with a frame that asks for a send. */
    enum Taken {
        ACCEPTED,
        REFUSED,
        REPLACED
    }

    static final class Device {
        private final Map<String, @Nullable Receipt> messages = new LinkedHashMap<>();
        private final Set<String> refused = new HashSet<>();
        private final TreeMap<Long, Push> pending = new TreeMap<>();
        private @Nullable Socket socket;
        private long highestEpoch;
        private long lastKey;
        private long lastPush;
        private int raw;

        boolean has(String whatsappId) {
            return messages.containsKey(whatsappId);
        }

        boolean hasRefused(String whatsappId) {
            return refused.contains(whatsappId);
        }

        @Nullable
        Receipt highestReceipt(String whatsappId) {
            return messages.get(whatsappId);
        }

        boolean hasOpenReceipts() {
            return !pending.isEmpty() || messages.containsValue(null);
        }
    }

    private final World world;
    private final Checks checks;
    private final Map<UUID, Device> devices = new HashMap<>();

    WhatsApp(World world, Checks checks) {
        this.world = world;
        this.checks = checks;
    }

    Device device(UUID instanceId) {
        return devices.computeIfAbsent(instanceId, unused -> new Device());
    }

    /** @return the last key that was used */
    long connect(Socket socket) {
        Device device = device(socket.instanceId());
        Socket former = device.socket;
        checks.connects(socket, former, device.highestEpoch);
        device.highestEpoch = Math.max(device.highestEpoch, socket.epoch());
        device.socket = socket;
        if (former != null && former != socket) {
            former.conflict();
        }
        return device.lastKey;
    }

    /** The device has heard that it is online. */
    void greet(Socket socket) {
        Device device = device(socket.instanceId());
        if (device.socket == socket) {
            device.pending.values().forEach(socket::push);
        }
    }

    Taken send(Socket socket, String whatsappId, String to, long key) {
        Device device = device(socket.instanceId());
        if (device.socket != socket) {
            return Taken.REPLACED;
        }
        checks.sends(socket, device, whatsappId, key, device.lastKey, device.highestEpoch);
        device.lastKey = Math.max(device.lastKey, key);
        device.raw++;
        if (to.endsWith("13")) {
            device.refused.add(whatsappId);
            return Taken.REFUSED;
        }
        if (!device.has(whatsappId)) {
            device.messages.put(whatsappId, null);
            world.after(world.between(World.millis(5), World.millis(400)), null, "delivered", whatsappId, () -> {
                receipt(device, whatsappId, Receipt.DELIVERED);
                if (world.chance(0.5)) {
                    world.after(
                            world.between(World.millis(5), World.millis(900)),
                            null,
                            "read",
                            whatsappId,
                            () -> receipt(device, whatsappId, Receipt.READ));
                }
            });
        }
        return Taken.ACCEPTED;
    }

    private static void receipt(Device device, String whatsappId, Receipt receipt) {
        device.messages.put(whatsappId, receipt);
        Push push = new Push(++device.lastPush, whatsappId, receipt);
        device.pending.put(push.seq(), push);
        Socket socket = device.socket;
        if (socket != null) {
            socket.push(push);
        }
    }

    void received(Socket socket, long through) {
        device(socket.instanceId()).pending.headMap(through, true).clear();
    }

    /** The socket is closed, or was found to be broken. */
    void disconnect(Socket socket) {
        Device device = device(socket.instanceId());
        if (device.socket == socket) {
            device.socket = null;
        }
    }

    @Nullable
    Socket socketOf(UUID instanceId) {
        return device(instanceId).socket;
    }
}

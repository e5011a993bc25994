package ai.whatsflow.simulation;

import ai.whatsflow.node.engine.Ending;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A device's socket: what is said on it arrives in order or, once it is broken, not at all. */
public final class Socket {

    /** The node's end. */
    public interface Listener {

        void online(long lastKey);

        void acknowledged(String whatsappId);

        void refused(String whatsappId);

        void pushed(WhatsApp.Push push);

        void ended(Ending ending);
    }

    private final World world;
    private final WhatsApp whatsApp;
    private final Machine machine;
    private final Process process;
    private final UUID instanceId;
    private final long epoch;
    private final Listener listener;
    private final Deque<Runnable> up = new ArrayDeque<>();
    private final Deque<Runnable> down = new ArrayDeque<>();
    /** The node has closed it, or has seen that it is broken. */
    private boolean closed;
    /** Nothing arrives any more, on neither side. */
    private boolean broken;

    /** WhatsApp knows that the device has heard it: pushes begin with what is pending, for they are received in order. */
    private boolean greeted;

    Socket(
            World world,
            WhatsApp whatsApp,
            Machine machine,
            Process process,
            UUID instanceId,
            long epoch,
            Listener listener) {
        this.world = world;
        this.whatsApp = whatsApp;
        this.machine = machine;
        this.process = process;
        this.instanceId = instanceId;
        this.epoch = epoch;
        this.listener = listener;
    }

    UUID instanceId() {
        return instanceId;
    }

    long epoch() {
        return epoch;
    }

    Machine machine() {
        return machine;
    }

    Process process() {
        return process;
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether its owner could still speak on it. */
    boolean isAlive() {
        return !closed && !broken && !process.isDead() && !process.isFrozenAt(world.now());
    }

    void hello() {
        if (machine.isCutFromWhatsApp()) {
            breakDown();
            return;
        }
        up("hello", null, () -> {
            long lastKey = whatsApp.connect(this);
            down("online", null, () -> {
                listener.online(lastKey);
                up("greeted", null, () -> {
                    greeted = true;
                    whatsApp.greet(this);
                });
            });
        });
    }

    void send(String whatsappId, String to, long key) {
        up("send", whatsappId, () -> {
            switch (whatsApp.send(this, whatsappId, to, key)) {
                case ACCEPTED -> down("acknowledged", whatsappId, () -> listener.acknowledged(whatsappId));
                case REFUSED -> down("refused", whatsappId, () -> listener.refused(whatsappId));
                case REPLACED -> conflict();
            }
        });
    }

    void received(long through) {
        up("received", through, () -> whatsApp.received(this, through));
    }

    void push(WhatsApp.Push push) {
        if (greeted) {
            down("pushed", push, () -> listener.pushed(push));
        }
    }

    void conflict() {
        down("conflict", null, () -> end(Ending.CONFLICT));
    }

    /** By the node: nothing leaves afterwards. */
    void close() {
        if (!closed) {
            up("closed", null, () -> whatsApp.disconnect(this));
            closed = true;
        }
    }

    /** By WhatsApp or whatever is between: each side notices in its own time. */
    void breakDown() {
        if (!broken && !closed) {
            broken = true;
            up.clear();
            down.clear();
            world.after(
                    world.between(0, World.millis(600)), null, "socket broken", this, () -> whatsApp.disconnect(this));
            world.after(world.between(0, World.millis(600)), process, "socket broken", this, () -> end(Ending.LOST));
        }
    }

    private void end(Ending ending) {
        if (!closed) {
            closed = true;
            listener.ended(ending);
        }
    }

    private void up(String what, @Nullable Object about, Runnable arrival) {
        if (closed || broken) {
            return;
        }
        up.add(arrival);
        world.after(latency(), null, what, about == null ? this : about, () -> {
            Runnable next = up.poll();
            if (next != null) {
                next.run();
            }
        });
    }

    private void down(String what, @Nullable Object about, Runnable arrival) {
        if (broken) {
            return;
        }
        down.add(arrival);
        world.after(latency(), process, what, about == null ? this : about, () -> {
            Runnable next = down.poll();
            if (next != null && !closed) {
                next.run();
            }
        });
    }

    private long latency() {
        return world.chance(0.05)
                ? world.between(World.millis(20), World.millis(500))
                : world.between(World.millis(1), World.millis(15));
    }

    @Override
    public String toString() {
        return process + "/" + Names.of(instanceId) + "@" + epoch;
    }
}

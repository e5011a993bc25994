package ai.whatsflow.simulation;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Requests between processes: slow, lost on either way, repeated, refused. */
public final class Network {

    private final World world;
    private final Seeded seeded;
    private boolean calm;

    Network(World world, Seeded seeded) {
        this.world = world;
        this.seeded = seeded;
    }

    /** From now on nothing is lost and nothing takes long. */
    void calm() {
        calm = true;
    }

    /** How a request can go, decided when it is sent. */
    public enum Fate {
        ANSWERED,
        REQUEST_LOST,
        ANSWER_LOST,
        /** It arrives when nobody waits for the answer any more. */
        LATE
    }

    public Fate fate(boolean cut) {
        if (cut) {
            return Fate.REQUEST_LOST;
        }
        if (calm || !world.chance(seeded.trouble())) {
            return Fate.ANSWERED;
        }
        return switch (world.random.nextInt(3)) {
            case 0 -> Fate.REQUEST_LOST;
            case 1 -> Fate.ANSWER_LOST;
            default -> Fate.LATE;
        };
    }

    public long latency() {
        if (!calm && world.chance(seeded.trouble())) {
            return world.between(World.millis(20), World.millis(800));
        }
        return world.between(World.millis(1) / 5, World.millis(8));
    }

    public long lateness() {
        return world.between(World.millis(500), World.millis(6_000));
    }

    /**
     * Calls what {@code to} names when the request arrives; null stands for no answer.
     *
     * @param cut whether the way is cut when the request is sent
     */
    public <T> void call(
            Process from,
            Supplier<@Nullable Process> to,
            boolean cut,
            String what,
            @Nullable Object about,
            Duration patience,
            Consumer<Consumer<T>> serve,
            Consumer<@Nullable T> answer) {
        Waiting<T> waiting = new Waiting<>(answer);
        Fate fate = fate(cut);
        if (fate != Fate.ANSWERED) {
            world.after(patience.toNanos(), from, what, "no answer", () -> waiting.take(null));
        }
        if (fate == Fate.REQUEST_LOST) {
            return;
        }
        boolean repeated = !calm && world.chance(seeded.trouble() / 2);
        long arrives = fate == Fate.LATE ? patience.toNanos() / 2 + lateness() : latency();
        world.after(arrives, null, what, about, () -> {
            Process server = to.get();
            if (server == null) {
                world.after(latency(), from, what, "refused", () -> waiting.take(null));
                return;
            }
            world.after(0, server, what, about, () -> {
                serve.accept(result -> {
                    if (fate == Fate.ANSWERED) {
                        world.after(latency(), from, what, "answered", () -> waiting.take(result));
                    }
                });
            });
            if (fate == Fate.ANSWERED) {
                world.after(patience.toNanos(), from, what, "waited long enough", () -> waiting.take(null));
            }
        });
        if (repeated) {
            world.after(arrives + world.between(World.millis(5), World.millis(2_000)), null, what, about, () -> {
                Process server = to.get();
                if (server != null) {
                    world.after(0, server, what, about, () -> serve.accept(unheard -> {}));
                }
            });
        }
    }

    /** Takes the first answer and no other. */
    private static final class Waiting<T> {

        private @Nullable Consumer<@Nullable T> answer;

        Waiting(Consumer<@Nullable T> answer) {
            this.answer = answer;
        }

        void take(@Nullable T result) {
            Consumer<@Nullable T> waiting = answer;
            if (waiting != null) {
                answer = null;
                waiting.accept(result);
            }
        }
    }
}

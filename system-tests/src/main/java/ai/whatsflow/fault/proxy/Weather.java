package ai.whatsflow.fault.proxy;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The fault in force on one link, as the bytes that pass feel it. Thread-safe. */
final class Weather {

    /** What becomes of a chunk. */
    enum Fate {
        PASSES,
        IS_LOST
    }

    private @Nullable Fault fault;
    private Random random = new Random();

    synchronized void change(@Nullable Fault next) {
        fault = next;
        random = new Random(next == null ? 0 : next.seed());
        notifyAll();
    }

    /** How many bytes a connection opened now may carry before it is reset. */
    synchronized long life() {
        Fault now = fault;
        return now != null && now.kind() == Fault.Kind.RESET ? random.nextInt(now.amount() + 1) : Long.MAX_VALUE;
    }

    /** Waits as long as the fault holds these bytes back; a fault that ends meanwhile lets them go. */
    synchronized Fate fateOf(Direction way, int bytes) throws InterruptedException {
        while (fault != null && fault.direction().covers(way) && fault.kind() == Fault.Kind.BLACK_HOLE) {
            wait();
        }
        Fault now = fault;
        if (now == null || !now.direction().covers(way)) {
            return Fate.PASSES;
        }
        return switch (now.kind()) {
            case DELAY -> late(now, random.nextInt(now.amount() + 1));
            case THROTTLE -> late(now, bytes * 1_000L / now.amount());
            case DROP -> bytes > 0 && random.nextInt(100) < now.amount() ? Fate.IS_LOST : Fate.PASSES;
            case RESET, HALF_OPEN, BLACK_HOLE -> Fate.PASSES;
        };
    }

    private Fate late(Fault now, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; left > 0 && now.equals(fault); left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return Fate.PASSES;
    }
}

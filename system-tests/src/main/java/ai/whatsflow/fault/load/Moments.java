package ai.whatsflow.fault.load;

import ai.whatsflow.fault.plan.Moment;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Lets a fault wait for what the load does. Thread-safe. */
public final class Moments {

    private final Map<Moment, Long> times = new EnumMap<>(Moment.class);

    synchronized void happened(Moment moment) {
        times.merge(moment, 1L, Long::sum);
        notifyAll();
    }

    /** Returns at the next such moment, or when the patience ends. */
    public synchronized void await(Moment moment, Duration patience) throws InterruptedException {
        if (moment == Moment.ANY) {
            return;
        }
        long before = times.getOrDefault(moment, 0L);
        long end = System.nanoTime() + patience.toNanos();
        while (times.getOrDefault(moment, 0L) == before) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }
}

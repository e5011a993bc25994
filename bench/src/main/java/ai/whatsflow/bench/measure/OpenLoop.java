package ai.whatsflow.bench.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Load that does not wait for answers: each operation has the moment at which it was meant to start, and its latency
 * counts from there. What stalls therefore delays all that was meant to start meanwhile, as it does for users.
 *
 * @param perSecond operations that are meant to start each second
 */
public record OpenLoop(int perSecond, Duration time) {

    private static final Duration STALL = Duration.ofSeconds(1);

    /** One operation; runs in a thread of its own. */
    public interface Operation {
        void perform(int number, Instant intended) throws Exception;
    }

    /** An operation failed; the others have ended too. */
    public static final class FailedException extends RuntimeException {

        FailedException(Exception first) {
            super("an operation of the open loop failed: " + first.getMessage(), first);
        }
    }

    /**
     * Returns the latencies in µs when the last operation has ended.
     *
     * @throws FailedException naming the first that failed
     */
    public Histogram run(Operation operation) {
        Histogram latencies = new ConcurrentHistogram(3);
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        long period = 1_000_000_000L / perSecond;
        int count = (int) (time.toSeconds() * perSecond);
        Instant began = Instant.now();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int number = i;
                long intended = start + number * period;
                while (System.nanoTime() < intended) {
                    LockSupport.parkNanos(intended - System.nanoTime());
                }
                threads.execute(() -> {
                    try {
                        operation.perform(number, began.plusNanos(number * period));
                        latencies.recordValue(Math.max(0, (System.nanoTime() - intended) / 1_000));
                    } catch (Exception failed) {
                        failure.compareAndSet(null, failed);
                    }
                });
            }
        }
        Exception failed = failure.get();
        if (failed != null) {
            throw new FailedException(failed);
        }
        return latencies;
    }

    /**
     * Stalls everything once for a second in the middle of three. A loop that hides stalls would show it in one
     * operation; this one has to show it in a third of them.
     *
     * @throws IllegalStateException if it does not
     */
    public static Histogram checked(int perSecond) {
        ReentrantLock gate = new ReentrantLock();
        int stalling = perSecond;
        Histogram seen = new OpenLoop(perSecond, Duration.ofSeconds(3)).run((number, intended) -> {
            gate.lock();
            try {
                if (number == stalling) {
                    Thread.sleep(STALL);
                }
            } finally {
                gate.unlock();
            }
        });
        long expected = seen.getTotalCount() / 3;
        long delayed = seen.getTotalCount() - seen.getCountBetweenValues(0, STALL.toNanos() / 1_000 / 10);
        if (delayed < expected * 8 / 10 || seen.getMaxValue() < STALL.toNanos() / 1_000 * 9 / 10) {
            throw new IllegalStateException("the generator hides a stall: " + delayed + " of " + expected
                    + " delayed operations seen, the longest " + seen.getMaxValue() + " µs");
        }
        return seen;
    }
}

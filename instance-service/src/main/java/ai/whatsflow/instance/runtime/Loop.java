package ai.whatsflow.instance.runtime;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one thing again and again on a virtual thread of its own, until closed. A failure only delays the next time. */
final class Loop implements Runnable, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Loop.class);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    private final Semaphore wakeUps = new Semaphore(0);
    private final String name;
    private final Supplier<Duration> step;
    private final Duration gap;
    private final Thread thread;
    private volatile boolean open = true;

    /** @param step does it and says how long to wait, unless woken */
    Loop(String name, Supplier<Duration> step) {
        this(name, step, Duration.ZERO);
    }

    /** @param gap from the beginning of one step to that of the next at least, however often it is woken */
    Loop(String name, Supplier<Duration> step, Duration gap) {
        this.name = name;
        this.step = step;
        this.gap = gap;
        this.thread = Thread.ofVirtual().name(name).unstarted(this);
    }

    Loop start() {
        thread.start();
        return this;
    }

    void wake() {
        wakeUps.release();
    }

    @Override
    public void run() {
        while (open) {
            long begun = System.nanoTime();
            Duration pause;
            try {
                pause = step.get();
            } catch (RuntimeException failed) {
                log.warn("{} failed: {}", name, failed.toString());
                log.debug("{}", name, failed);
                pause = AFTER_FAILURE;
            }
            rest(pause, begun);
        }
    }

    private void rest(Duration pause, long begun) {
        try {
            wakeUps.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS);
            TimeUnit.NANOSECONDS.sleep(gap.toNanos() - (System.nanoTime() - begun));
            wakeUps.drainPermits();
        } catch (InterruptedException stopped) {
            open = false;
        }
    }

    /** Ends after the step that is running. */
    @Override
    public void close() {
        open = false;
        wake();
    }

    /** Waits for the end, for at most this long. */
    void join(Duration patience) {
        try {
            thread.join(patience);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

package ai.whatsflow.gateway.observe;

import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Writes access lines from a thread of its own, a batch at a time, which it looks for many times a second rather than
 * being woken for each. A request only drops its line into a queue; when that is full the line is lost and counted.
 */
final class AccessLog implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AccessLog.class);
    private static final int CAPACITY = 16_384;
    private static final long PAUSE = Duration.ofMillis(50).toNanos();

    private final BlockingQueue<AccessLine> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final OutputStream out;
    private final Counter lost;
    private final TimeText time = new TimeText();
    private volatile @Nullable Thread writer;

    AccessLog(OutputStream out, Counter lost) {
        this.out = out;
        this.lost = lost;
    }

    void write(AccessLine line) {
        if (!queue.offer(line)) {
            lost.increment();
        }
    }

    private void run() {
        List<AccessLine> batch = new ArrayList<>();
        while (isRunning()) {
            drain(batch);
            LockSupport.parkNanos(PAUSE);
        }
        drain(batch);
    }

    private void drain(List<AccessLine> batch) {
        while (queue.drainTo(batch, 1_024) > 0) {
            StringBuilder lines = new StringBuilder();
            batch.forEach(line -> lines.append(line.json(time)));
            batch.clear();
            try {
                out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException | UncheckedIOException unwritable) {
                log.warn("Access lines can't be written: {}", unwritable.toString());
            }
        }
    }

    @Override
    public void start() {
        Thread started = Thread.ofPlatform().name("access-log").daemon().unstarted(this::run);
        writer = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread stopping = writer;
        writer = null;
        if (stopping != null) {
            LockSupport.unpark(stopping);
            try {
                stopping.join(Duration.ofSeconds(1));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return writer != null;
    }

    /** Stops last, after the requests that are still under way. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}

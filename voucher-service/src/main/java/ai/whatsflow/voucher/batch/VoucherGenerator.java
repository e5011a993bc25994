package ai.whatsflow.voucher.batch;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** A thread per replica that works off chunks, woken when a batch was written down here, and now and then anyway. */
@Component
public class VoucherGenerator implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(VoucherGenerator.class);
    private static final long STOP_MILLIS = 10_000;

    private final GenerateVouchers generate;
    private final BatchProperties properties;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    VoucherGenerator(GenerateVouchers generate, BatchProperties properties) {
        this.generate = generate;
        this.properties = properties;
    }

    /** There may be something to do. Never blocks. */
    public void wake() {
        wake.release();
    }

    @Override
    public synchronized void start() {
        if (properties.generatorEnabled() && !running) {
            running = true;
            thread = Thread.ofVirtual().name("voucher-generator").start(this::run);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        wake.release();
        if (thread != null) {
            try {
                thread.join(STOP_MILLIS);
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                workOff();
                wake.tryAcquire(properties.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
                wake.drainPermits();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void workOff() {
        try {
            boolean more = true;
            while (more && running) {
                more = generate.generateChunk();
            }
        } catch (RuntimeException failed) {
            log.warn("Generating vouchers failed; tried again in {}", properties.pollInterval(), failed);
        }
    }
}

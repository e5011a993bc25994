package ai.whatsflow.messaging.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The threads that expand group batches: woken when this process accepts one, else looking now and then. */
@Component
class ExpansionWorkers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ExpansionWorkers.class);

    private final ExpandGroups expand;
    private final ExpansionProperties properties;
    private final Semaphore wake = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    ExpansionWorkers(ExpandGroups expand, ExpansionProperties properties) {
        this.expand = expand;
        this.properties = properties;
    }

    @TransactionalEventListener
    void accepted(GroupSendAccepted batch) {
        wake.release();
    }

    private void work() {
        while (running) {
            try {
                if (!expand.expandNext(() -> running)) {
                    wake.tryAcquire(properties.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failed) {
                log.warn("expanding goes on after {}", failed.toString());
                wake.drainPermits();
                pause();
            }
        }
    }

    private void pause() {
        try {
            wake.tryAcquire(properties.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        for (int worker = 0; worker < properties.workers(); worker++) {
            threads.add(Thread.ofPlatform().name("expansion-" + worker).daemon().start(this::work));
        }
    }

    @Override
    public void stop() {
        running = false;
        wake.release(threads.size());
        for (Thread thread : threads) {
            try {
                thread.join(properties.lease());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

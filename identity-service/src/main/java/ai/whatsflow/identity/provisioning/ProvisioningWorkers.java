package ai.whatsflow.identity.provisioning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Threads that take tasks: woken after a commit in this process, looking by themselves for those of others. */
@Component
class ProvisioningWorkers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ProvisioningWorkers.class);
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(10);

    private final ProvisionUser provisionUser;
    private final ProvisioningProperties properties;
    private final Semaphore wake = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    ProvisioningWorkers(ProvisionUser provisionUser, ProvisioningProperties properties) {
        this.provisionUser = provisionUser;
        this.properties = properties;
    }

    @TransactionalEventListener
    void wake(ProvisioningRequested event) {
        wake.release();
    }

    @Override
    public void start() {
        running = true;
        for (int i = 0; i < properties.workers(); i++) {
            threads.add(Thread.ofVirtual().name("provisioning-" + i).start(this::work));
        }
    }

    private void work() {
        while (running) {
            try {
                if (!provisionUser.provisionNext()
                        && wake.tryAcquire(properties.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (Throwable failure) { // whatever it was, the task's lease runs out and somebody takes it again
                log.error("provisioning stumbled", failure);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(properties.pollInterval());
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        wake.release(threads.size());
        try {
            for (Thread thread : threads) {
                if (!thread.join(LONGEST_GOODBYE)) {
                    thread.interrupt();
                }
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

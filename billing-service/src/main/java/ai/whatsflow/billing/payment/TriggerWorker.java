package ai.whatsflow.billing.payment;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Settles right after a notification instead of at the next poll. Forgets what it can't take on: the polling job finds
 * it.
 */
@Component
public class TriggerWorker {

    private final ProcessTriggers processTriggers;
    private final ThreadPoolExecutor threads;
    private final boolean enabled;

    TriggerWorker(ProcessTriggers processTriggers, PaymentProperties properties) {
        this.processTriggers = processTriggers;
        this.enabled = properties.workers() > 0;
        int size = Math.max(1, properties.workers());
        this.threads = new ThreadPoolExecutor(
                size,
                size,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(64),
                Thread.ofPlatform().name("settlement-", 1).daemon().factory(),
                new ThreadPoolExecutor.DiscardPolicy());
        this.threads.allowCoreThreadTimeOut(true);
    }

    public void wake() {
        if (enabled) {
            threads.execute(processTriggers::process);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(15, TimeUnit.SECONDS);
    }
}

package ai.whatsflow.node.session;

import java.util.ArrayDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks one after another, on a thread that exists only while there are any. Thread-safe. */
final class Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    private final SessionScheduler scheduler;
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>(4);
    private boolean working;

    Mailbox(SessionScheduler scheduler) {
        this.scheduler = scheduler;
    }

    void post(Runnable task) {
        synchronized (tasks) {
            tasks.add(task);
            if (!working) {
                working = true;
                scheduler.start("session", this::work);
            }
        }
    }

    private void work() {
        while (true) {
            Runnable task;
            synchronized (tasks) {
                task = tasks.poll();
                if (task == null) {
                    working = false;
                    return;
                }
            }
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("a session's step failed", e);
            }
        }
    }
}

package ai.whatsflow.node.session;

import java.time.Duration;

/** Time and threads as sessions see them. Thread-safe; no method blocks. */
interface SessionScheduler {

    /** Monotonic, by an origin of its own, as {@link System#nanoTime}. */
    long nanoTime();

    /** Runs it soon, beside everything else; it may block. */
    void start(String name, Runnable task);

    /** Runs it once that time has passed; it must not block. */
    void after(Duration delay, Runnable task);
}

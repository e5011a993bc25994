package ai.whatsflow.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Carries rows to Kafka on a thread of its own. One relay per database works at a time: it holds an advisory lock on a
 * connection of its own, and its Kafka producer fences the one before it; any replica takes over when it dies. On any
 * failure it lets go of both, waits and starts over from the cursor, so records may be sent again but never lost.
 */
class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DataSource database;
    private final Supplier<OutboxPublisher> publishers;
    private final OutboxProperties properties;
    private final OutboxMetrics metrics;
    private final boolean enabled;
    private final Semaphore work = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile boolean leading;

    OutboxRelay(
            DataSource database,
            Supplier<OutboxPublisher> publishers,
            OutboxProperties properties,
            OutboxMetrics metrics,
            boolean enabled) {
        this.database = database;
        this.publishers = publishers;
        this.properties = properties;
        this.metrics = metrics;
        this.enabled = enabled;
    }

    /** Says that something was committed. Cheap; callable from any thread. */
    void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    boolean isLeading() {
        return leading;
    }

    private void run() {
        int failures = 0;
        while (isRunning()) {
            try {
                relayUntilStopped();
                failures = 0;
            } catch (InterruptedException stopped) {
                return;
            } catch (Exception failed) {
                failures++;
                metrics.failed();
                log.warn("outbox relay starts over after {}", failed.toString());
            } finally {
                leading = false;
            }
            if (!pause(failures)) {
                return;
            }
        }
    }

    private void relayUntilStopped() throws Exception {
        try (Connection connection = database.getConnection()) {
            Optional<OutboxCursor> cursor = OutboxCursor.tryTakeOver(connection, properties);
            if (cursor.isEmpty()) {
                return;
            }
            try (OutboxPublisher publisher = publishers.get()) {
                leading = true;
                while (isRunning()) {
                    long begun = System.nanoTime();
                    relay(cursor.get(), publisher);
                    work.tryAcquire(properties.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
                    gather(begun);
                    work.drainPermits();
                }
            } finally {
                unlock(connection);
            }
        }
    }

    /** Until what was there is relayed; what has come meanwhile has woken us. */
    private void relay(OutboxCursor cursor, OutboxPublisher publisher) throws Exception {
        do {
            List<OutboxRow> rows = cursor.read();
            if (rows.isEmpty()) {
                return;
            }
            int records = publisher.publish(rows);
            OutboxRow last = rows.getLast();
            cursor.moveTo(last.seq());
            metrics.relayed(rows.size(), records, last.recordedAt());
        } while (!cursor.isExhausted() && isRunning());
    }

    /**
     * Each batch costs a transaction of Kafka and a commit, however small it is: under load rows gather for a moment,
     * while one that comes alone leaves at once.
     */
    private void gather(long begun) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(properties.gather().toNanos() - (System.nanoTime() - begun));
    }

    private static void unlock(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock_all()");
            statement.execute("RESET idle_session_timeout");
        } catch (SQLException gone) {
            // The lock dies with the connection: it must not go back into the pool holding it.
            abort(connection);
        }
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException alreadyGone) {
            log.debug("connection was gone", alreadyGone);
        }
    }

    private boolean pause(int failures) {
        long millis =
                Math.min(LONGEST_PAUSE.toMillis(), properties.pollInterval().toMillis() << Math.min(failures, 5));
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    @Override
    public void start() {
        if (!enabled) {
            return;
        }
        Thread started = Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this::run);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread stopping = thread;
        thread = null;
        if (stopping == null) {
            return;
        }
        wake();
        try {
            stopping.join(Duration.ofSeconds(5));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        stopping.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}

package ai.whatsflow.messaging.live;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reports on their way to one client: bounded, so that a client that does not read costs no more than its buffer. */
public final class LiveStream {

    private final UUID accountId;
    private final LinkedBlockingDeque<Optional<StatusReport>> waiting;
    private volatile boolean closed;

    LiveStream(UUID accountId, int buffer) {
        this.accountId = accountId;
        this.waiting = new LinkedBlockingDeque<>(buffer);
    }

    UUID accountId() {
        return accountId;
    }

    /** Never blocks; answers false when the client has fallen too far behind. */
    boolean offer(StatusReport report) {
        return !closed && waiting.offer(Optional.of(report));
    }

    /** The next report; null when none came in time or the stream was closed. */
    public @Nullable StatusReport next(Duration patience) throws InterruptedException {
        Optional<StatusReport> next = waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        return next == null ? null : next.orElse(null);
    }

    public boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
        waiting.clear();
        waiting.offer(Optional.empty());
    }
}

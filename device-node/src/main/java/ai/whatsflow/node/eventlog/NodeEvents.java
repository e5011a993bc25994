package ai.whatsflow.node.eventlog;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Records what happens in sessions. Thread-safe. */
public interface NodeEvents {

    /** Completes when the event is on disk; fails when it never will be. */
    CompletableFuture<Long> record(UUID instanceId, long epoch, EventPayload payload);

    /** Whether the disk has taken everything so far. */
    boolean areKept();
}

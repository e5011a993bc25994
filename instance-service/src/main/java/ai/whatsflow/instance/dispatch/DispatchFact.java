package ai.whatsflow.instance.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a node reports of a message: it happened, whatever the epoch. */
public record DispatchFact(
        UUID messageId,
        UUID instanceId,
        DispatchStatus status,
        @Nullable String reason,
        @Nullable Long epoch,
        Instant at) {}

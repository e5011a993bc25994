package ai.whatsflow.instance.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A status that a message has reached, as others hear of it. */
public record DispatchOutcome(
        UUID messageId,
        UUID accountId,
        UUID instanceId,
        DispatchStatus status,
        @Nullable String reason,
        @Nullable Long epoch,
        Instant at) {}

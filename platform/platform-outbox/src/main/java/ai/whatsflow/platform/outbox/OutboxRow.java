package ai.whatsflow.platform.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row as the relay reads it. */
record OutboxRow(
        long seq,
        UUID id,
        String topic,
        String type,
        @Nullable String traceParent,
        Instant recordedAt,
        String body) {

    /** The event id of a record: the same however often the row is relayed. */
    UUID eventId(int ordinal) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + ordinal);
    }
}

package ai.whatsflow.node.session;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the platform asks of a session. */
public sealed interface NodeCommand {

    UUID commandId();

    UUID instanceId();

    long epoch();

    /** After this moment it must not be carried out any more. */
    @Nullable
    Instant deadline();

    record Start(
            UUID commandId,
            UUID instanceId,
            long epoch,
            @Nullable Instant deadline,
            String engine,
            Duration leaseExpiresIn)
            implements NodeCommand {}

    record Stop(
            UUID commandId,
            UUID instanceId,
            long epoch,
            @Nullable Instant deadline) implements NodeCommand {}

    /** @param expiresAt until when it goes out again once it was accepted; null: until the deadline */
    record Send(
            UUID commandId,
            UUID instanceId,
            long epoch,
            @Nullable Instant deadline,
            @Nullable Instant expiresAt,
            UUID messageId,
            String whatsappId,
            String to,
            String text)
            implements NodeCommand {

        @Override
        public String toString() {
            return "Send[" + whatsappId + "]";
        }
    }
}

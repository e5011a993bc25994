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

    record Send(
            UUID commandId,
            UUID instanceId,
            long epoch,
            @Nullable Instant deadline,
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

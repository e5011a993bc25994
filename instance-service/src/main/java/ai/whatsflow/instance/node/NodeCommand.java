package ai.whatsflow.instance.node;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Something a node is told to do for the session it holds under this epoch, before the deadline. */
public sealed interface NodeCommand {

    UUID commandId();

    UUID instanceId();

    long epoch();

    Instant deadline();

    /** Open the session; the lease ends that long after the command arrives, unless renewed. */
    record Start(UUID commandId, UUID instanceId, long epoch, Instant deadline, String engine, Duration leaseExpiresIn)
            implements NodeCommand {}

    /** Close the session's socket, then release its lease. */
    record Stop(UUID commandId, UUID instanceId, long epoch, Instant deadline) implements NodeCommand {}

    /**
     * Send a text under the given WhatsApp id; an id that was sent before is answered and not sent again. What was
     * accepted goes out again until it expires, so that nothing later overtakes it.
     */
    record Send(
            UUID commandId,
            UUID instanceId,
            long epoch,
            Instant deadline,
            Instant expiresAt,
            UUID messageId,
            String whatsappId,
            String to,
            String text)
            implements NodeCommand {}
}

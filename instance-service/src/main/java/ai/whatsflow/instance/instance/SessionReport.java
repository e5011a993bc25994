package ai.whatsflow.instance.instance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a node says of a session.
 *
 * @param seq position in the node's durable log
 */
public record SessionReport(
        UUID instanceId,
        long epoch,
        long seq,
        Instant at,
        SessionState state,
        @Nullable QrCode qr,
        @Nullable String phone,
        @Nullable String reason) {}

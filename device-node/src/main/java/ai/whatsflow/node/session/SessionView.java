package ai.whatsflow.node.session;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session as the node shows it. */
public record SessionView(
        UUID instanceId,
        long epoch,
        String engine,
        SessionState state,
        @Nullable String phone,
        Duration leaseExpiresIn,
        Instant since) {}

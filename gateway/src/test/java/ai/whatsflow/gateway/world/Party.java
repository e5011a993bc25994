package ai.whatsflow.gateway.world;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user with its account. */
public record Party(
        UUID userId, UUID accountId, String tier, @Nullable UUID parentId) {}

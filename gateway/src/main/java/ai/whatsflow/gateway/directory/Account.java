package ai.whatsflow.gateway.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account's last known state; {@code active} speaks of itself only, not of its ancestors. */
public record Account(UUID id, long version, @Nullable UUID parentId, boolean active) {}

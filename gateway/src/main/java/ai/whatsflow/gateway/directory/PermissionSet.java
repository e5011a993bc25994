package ai.whatsflow.gateway.directory;

import java.util.UUID;

/** A permission set's last known state, as far as the gateway looks at it. */
public record PermissionSet(UUID id, long version, Modules modules) {}

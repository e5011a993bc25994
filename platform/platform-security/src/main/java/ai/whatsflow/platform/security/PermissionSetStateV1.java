package ai.whatsflow.platform.security;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this starter reads of {@code identity.permission-set}; a removed set has no permissions. */
record PermissionSetStateV1(
        UUID permissionSetId, long version, @Nullable Set<String> permissions) {}

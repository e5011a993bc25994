package ai.whatsflow.platform.security;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this starter reads of {@code identity.account}. */
record AccountStateV1(
        UUID accountId,
        long version,
        Tier tier,
        String name,
        @Nullable UUID parentId,
        List<UUID> path,
        AccountStatus status,
        String currency,
        String timeZone) {}

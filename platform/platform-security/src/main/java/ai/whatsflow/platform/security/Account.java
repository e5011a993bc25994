package ai.whatsflow.platform.security;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as this service knows it from identity's events.
 *
 * @param path ids from the root down to this account
 * @param currency ISO 4217 code
 */
public record Account(
        UUID id,
        @Nullable UUID parentId,
        List<UUID> path,
        Tier tier,
        String name,
        AccountStatus status,
        String currency,
        ZoneId timeZone) {}

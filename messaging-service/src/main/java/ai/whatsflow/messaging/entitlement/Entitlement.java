package ai.whatsflow.messaging.entitlement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of what an account may send.
 *
 * @param messages most messages in a quota month; null is unlimited
 */
public record Entitlement(
        UUID accountId,
        long version,
        boolean expired,
        Instant periodStart,
        Instant periodEnd,
        @Nullable Long messages) {}

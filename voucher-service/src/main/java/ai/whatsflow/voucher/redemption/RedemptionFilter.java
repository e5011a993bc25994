package ai.whatsflow.voucher.redemption;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which redemptions a list shows; {@code from} inclusive and {@code until} exclusive.
 *
 * @param accountIds the accounts the reader may see, or null for all
 */
public record RedemptionFilter(
        UUID @Nullable [] accountIds,
        @Nullable UUID accountId,
        @Nullable UUID batchId,
        @Nullable Instant from,
        @Nullable Instant until) {}

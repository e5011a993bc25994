package ai.whatsflow.payout.payout;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word on a payout.
 *
 * @param reference of the receipt or transfer, where there is one
 */
public record Decision(
        UUID payoutId,
        UUID by,
        @Nullable String reference,
        @Nullable String note) {}

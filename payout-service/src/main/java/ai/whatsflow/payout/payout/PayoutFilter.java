package ai.whatsflow.payout.payout;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which payouts a list shows; {@code from} inclusive and {@code until} exclusive, by time of request. */
public record PayoutFilter(
        @Nullable UUID subDealerId,
        @Nullable PayoutStatus status,
        @Nullable PayoutType type,
        @Nullable Instant from,
        @Nullable Instant until) {}

package ai.whatsflow.payout.commission;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which commissions a list shows; {@code from} inclusive and {@code until} exclusive, by time of accrual. */
public record CommissionFilter(
        @Nullable UUID subDealerId,
        @Nullable CommissionStatus status,
        @Nullable UUID payoutId,
        @Nullable Instant from,
        @Nullable Instant until) {}

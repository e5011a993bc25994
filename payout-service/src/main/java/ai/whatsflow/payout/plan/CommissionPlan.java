package ai.whatsflow.payout.plan;

import java.time.Instant;
import java.util.UUID;

/**
 * One version of what a sub-dealer earns. A change is a new version, in force from then on: it never touches what was
 * accrued before.
 *
 * @param refundWindowDays days after payment during which a commission stays PENDING
 */
public record CommissionPlan(
        UUID subDealerId, long version, CommissionRate rate, int refundWindowDays, UUID setBy, Instant effectiveFrom) {}

package ai.whatsflow.payout.plan;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a new version of a sub-dealer's plan in force, unless it says what the newest one says. */
@Service
public class SetCommissionPlan {
    private final CommissionPlans plans;
    private final Clock clock;

    SetCommissionPlan(CommissionPlans plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * @param expectedVersion the version the caller has seen, or null when it does not care
     * @return empty when another version is in force than expected
     */
    @Transactional
    public Optional<CommissionPlan> set(
            UUID subDealerId, CommissionRate rate, int refundWindowDays, UUID setBy, @Nullable Long expectedVersion) {
        plans.lock(subDealerId);
        Optional<CommissionPlan> newest = plans.find(subDealerId);
        long version = newest.map(CommissionPlan::version).orElse(0L);
        if (expectedVersion != null && expectedVersion != version) {
            return Optional.empty();
        }
        if (newest.isPresent() && says(newest.get(), rate, refundWindowDays)) {
            return newest;
        }
        CommissionPlan plan = new CommissionPlan(
                subDealerId,
                version + 1,
                rate,
                refundWindowDays,
                setBy,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        plans.add(plan);
        return Optional.of(plan);
    }

    private static boolean says(CommissionPlan plan, CommissionRate rate, int refundWindowDays) {
        return plan.rate().equals(rate) && plan.refundWindowDays() == refundWindowDays;
    }
}

package ai.whatsflow.payout.plan.web;

import ai.whatsflow.payout.plan.CommissionPlan;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

@Schema(name = "CommissionPlan")
record PlanView(
        UUID subDealerId,
        @Schema(example = "10.00") String rate,
        @Schema(example = "14") int refundWindowDays,
        @Schema(example = "1") long version,
        Instant effectiveFrom) {
    static PlanView of(CommissionPlan plan) {
        return new PlanView(
                plan.subDealerId(),
                plan.rate().toString(),
                plan.refundWindowDays(),
                plan.version(),
                plan.effectiveFrom());
    }
}

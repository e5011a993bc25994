package ai.whatsflow.payout.plan.web;

import ai.whatsflow.payout.plan.CommissionRate;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

record PlanRequest(
        @NotNull
        @DecimalMin(CommissionRate.LOWEST)
        @DecimalMax(CommissionRate.HIGHEST)
        @Digits(integer = 2, fraction = 2)
        @Schema(type = "string", example = "10.00", description = "Percent")
        BigDecimal rate,

        @NotNull @Min(0) @Max(180) @Schema(example = "14") Integer refundWindowDays) {}

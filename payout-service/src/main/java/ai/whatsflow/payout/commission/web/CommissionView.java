package ai.whatsflow.payout.commission.web;

import ai.whatsflow.payout.commission.Commission;
import ai.whatsflow.payout.commission.CommissionStatus;
import ai.whatsflow.platform.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Commission")
record CommissionView(
        UUID commissionId,
        UUID subDealerId,
        UUID customerId,
        UUID invoiceId,
        Money base,
        @Schema(example = "10.00") String rate,
        Money amount,
        CommissionStatus status,
        Instant refundableUntil,

        @Schema(description = "The sub-dealer still holds the money this was earned on")
        boolean held,

        Instant accruedAt,
        @Nullable Instant payableAt) {
    static CommissionView of(Commission commission) {
        return new CommissionView(
                commission.id(),
                commission.subDealerId(),
                commission.customerId(),
                commission.invoiceId(),
                commission.base(),
                commission.rate().toString(),
                commission.amount(),
                commission.status(),
                commission.refundableUntil(),
                commission.heldBy() != null && commission.clearedAt() == null,
                commission.accruedAt(),
                commission.payableAt());
    }
}

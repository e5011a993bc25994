package ai.whatsflow.payout.payout.web;

import ai.whatsflow.payout.payout.PayoutType;
import ai.whatsflow.platform.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "PayoutRequest")
record RequestPayoutRequest(
        @NotNull @Schema(example = "BANK_TRANSFER") PayoutType type,

        @Nullable
        @Schema(description = "Everything payable unless set; must be a sum of whole commissions, oldest first")
        Money amount,

        @Nullable @Schema(description = "The sub-dealer, when staff asks for one")
        UUID subDealerId,

        @Valid @Nullable @Schema(description = "Only commissions accrued in it")
        Period period) {

    @Schema(name = "CommissionPeriod")
    record Period(
            @Nullable @Schema(example = "2026-11-01T00:00:00Z")
            Instant start,

            @Nullable @Schema(example = "2026-12-01T00:00:00Z")
            Instant end) {}
}

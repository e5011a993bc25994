package ai.whatsflow.voucher.batch.web;

import ai.whatsflow.platform.money.Money;
import ai.whatsflow.voucher.batch.VoucherType;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record IssueBatchRequest(
        @NotNull @Schema(example = "CREDIT") VoucherType type,

        @NotNull @Min(1) @Max(100_000) @Schema(example = "500")
        Integer count,

        @NotNull Money value,
        @Nullable @Schema(example = "2027-12-31T18:30:00Z") Instant expiresAt) {}

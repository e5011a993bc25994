package ai.whatsflow.voucher.batch.web;

import ai.whatsflow.platform.money.Money;
import ai.whatsflow.voucher.batch.BatchStatus;
import ai.whatsflow.voucher.batch.VoucherBatch;
import ai.whatsflow.voucher.batch.VoucherType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "VoucherBatch")
record BatchView(
        UUID batchId,
        VoucherType type,
        BatchStatus status,
        @Schema(example = "500") int count,
        @Schema(example = "250") int generated,
        Money value,
        @Nullable Instant expiresAt,
        UUID issuedBy,
        Instant createdAt,
        @Nullable Instant readyAt) {
    static BatchView of(VoucherBatch batch) {
        return new BatchView(
                batch.id(),
                batch.type(),
                batch.status(),
                batch.count(),
                batch.generated(),
                batch.value(),
                batch.expiresAt(),
                batch.issuedBy(),
                batch.createdAt(),
                batch.readyAt());
    }
}

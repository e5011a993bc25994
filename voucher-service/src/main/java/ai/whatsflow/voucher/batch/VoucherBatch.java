package ai.whatsflow.voucher.batch;

import ai.whatsflow.platform.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param generated how many of {@code count} codes exist so far
 * @param expiresAt the first moment at which its vouchers are no longer taken, or null for never
 */
public record VoucherBatch(
        UUID id,
        long version,
        VoucherType type,
        BatchStatus status,
        int count,
        int generated,
        Money value,
        @Nullable Instant expiresAt,
        UUID issuedBy,
        Instant createdAt,
        @Nullable Instant readyAt) {}

package ai.whatsflow.voucher.batch;

import ai.whatsflow.platform.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody asked to be issued. */
public record BatchOrder(
        VoucherType type, int count, Money value, @Nullable Instant expiresAt, UUID issuedBy) {}

package ai.whatsflow.voucher.batch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which batches a list shows; {@code from} inclusive and {@code until} exclusive, by time of creation. */
public record BatchFilter(
        @Nullable BatchStatus status,
        @Nullable Instant from,
        @Nullable Instant until) {}

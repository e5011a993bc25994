package ai.whatsflow.messaging.quota.web;

import ai.whatsflow.messaging.quota.Quota;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.ALWAYS)
record QuotaView(
        @Schema(example = "5000", description = "null is unlimited") @Nullable
        Long limit,

        @Schema(example = "1200") long used,

        @Schema(example = "3800", description = "null is unlimited") @Nullable
        Long remaining,

        Instant periodStart,
        Instant periodEnd) {

    static QuotaView of(Quota quota) {
        return new QuotaView(
                quota.limit(),
                quota.used(),
                quota.remaining(),
                quota.month().start(),
                quota.month().end());
    }
}

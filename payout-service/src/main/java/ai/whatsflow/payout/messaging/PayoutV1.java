package ai.whatsflow.payout.messaging;

import ai.whatsflow.platform.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payout took a status: requested, approved, paid or rejected. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PayoutV1(
        UUID payoutId,
        long version,
        UUID subDealerId,
        Money amount,
        String type,
        String status,
        @Nullable String reference,
        Instant at) {
    static final String TOPIC = "payout.payout";
    static final String TYPE_REQUESTED = "payout.payout.requested.v1";
    static final String TYPE_APPROVED = "payout.payout.approved.v1";
    static final String TYPE_PAID = "payout.payout.paid.v1";
    static final String TYPE_REJECTED = "payout.payout.rejected.v1";
}

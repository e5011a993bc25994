package ai.whatsflow.voucher.messaging;

import ai.whatsflow.platform.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All vouchers of a batch exist; their total is owed from now on. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BatchIssuedV1(
        UUID batchId,
        long version,
        String type,
        int count,
        Money value,
        @Nullable Instant expiresAt,
        UUID issuedBy,
        Instant at) {
    static final String TOPIC = "voucher.batch";
    static final String TYPE = "voucher.batch.issued.v1";
}

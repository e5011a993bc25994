package ai.whatsflow.billing.messaging;

import ai.whatsflow.billing.payment.Payment;
import ai.whatsflow.platform.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment that has ended, on {@code billing.payment}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentV1(
        UUID paymentId,
        UUID accountId,
        List<UUID> accountPath,
        String type,
        String method,
        @Nullable String provider,
        Money amount,
        @Nullable UUID invoiceId,
        @Nullable UUID confirmedBy,
        @Nullable Instant settledAt,
        @Nullable String reason) {

    static final String TOPIC = "billing.payment";
    static final String SUCCEEDED = "billing.payment.succeeded.v1";
    static final String FAILED = "billing.payment.failed.v1";

    static PaymentV1 of(Payment payment) {
        return new PaymentV1(
                payment.id(),
                payment.accountId(),
                payment.accountPath(),
                payment.type().name(),
                payment.method().name(),
                payment.provider(),
                payment.amount(),
                payment.invoiceId(),
                payment.confirmedBy(),
                payment.settledAt(),
                payment.reason());
    }
}

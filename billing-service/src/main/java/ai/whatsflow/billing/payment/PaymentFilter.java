package ai.whatsflow.billing.payment;

import ai.whatsflow.billing.invoice.PaymentMethod;
import ai.whatsflow.platform.security.AccountScope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which payments a listing shows; null does not restrict. */
public record PaymentFilter(
        AccountScope scope,
        @Nullable PaymentStatus status,
        @Nullable PaymentMethod method,
        @Nullable UUID accountId) {}

package ai.whatsflow.payhere.simulator.notification;

import org.jspecify.annotations.Nullable;

/** What the merchant answered to one notification: an HTTP status, or why there was none. */
public record Delivery(
        long paymentId,
        Tampering tampering,
        @Nullable Integer status,
        @Nullable String failure) {}

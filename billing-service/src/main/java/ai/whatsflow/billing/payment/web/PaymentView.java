package ai.whatsflow.billing.payment.web;

import ai.whatsflow.billing.invoice.PaymentMethod;
import ai.whatsflow.billing.payment.Payment;
import ai.whatsflow.billing.payment.PaymentStatus;
import ai.whatsflow.billing.payment.PaymentType;
import ai.whatsflow.platform.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record PaymentView(
        UUID paymentId,
        UUID accountId,
        PaymentType type,
        PaymentMethod method,
        @Nullable String provider,
        @Nullable String providerPaymentId,
        Money amount,
        PaymentStatus status,
        @Nullable UUID invoiceId,
        @Nullable String reference,
        @Nullable String note,
        @Nullable UUID confirmedBy,
        @Nullable String reason,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant settledAt) {

    static PaymentView of(Payment payment) {
        return new PaymentView(
                payment.id(),
                payment.accountId(),
                payment.type(),
                payment.method(),
                payment.provider(),
                payment.providerPaymentId(),
                payment.amount(),
                payment.status().shown(),
                payment.invoiceId(),
                payment.reference(),
                payment.note(),
                payment.confirmedBy(),
                payment.reason(),
                payment.createdAt(),
                payment.expiresAt(),
                payment.settledAt());
    }
}

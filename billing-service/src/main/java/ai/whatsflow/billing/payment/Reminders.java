package ai.whatsflow.billing.payment;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When an undecided attempt is asked for again. */
@Component
class Reminders {

    private final Payments payments;
    private final PaymentProperties properties;
    private final MeterRegistry metrics;
    private final Clock clock;

    Reminders(Payments payments, PaymentProperties properties, MeterRegistry metrics, Clock clock) {
        this.payments = payments;
        this.properties = properties;
        this.metrics = metrics;
        this.clock = clock;
    }

    boolean isOver(Payment payment) {
        return !clock.instant().isBefore(payment.expiresAt());
    }

    void later(Payment payment, PaymentStatus openStatus, @Nullable String reason, boolean notified) {
        int asks = notified ? 0 : payment.asks();
        Instant next = clock.instant().plus(properties.askAfter(asks));
        payments.postpone(payment.id(), openStatus, reason, asks, next);
        if (openStatus == PaymentStatus.UNKNOWN) {
            metrics.counter("billing.payment.unknown").increment();
        }
    }
}

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

    /** Whether an attempt that is not decided now is given up; one that is under way gets more time. */
    boolean isOver(Payment payment, boolean inFlight) {
        return !clock.instant().isBefore(endOf(payment, inFlight));
    }

    private Instant endOf(Payment payment, boolean inFlight) {
        return inFlight ? payment.expiresAt().plus(properties.inFlightTimeToLive()) : payment.expiresAt();
    }

    /**
     * A checkout page stays open, so even what has ended may be paid there, or paid twice, and no notification may tell.
     * It is asked for when its time is over, and one last time when whatever was under way by then must have arrived.
     */
    void lastLook(Payment payment) {
        if (payment.provider() == null || isOver(payment, true)) {
            payments.stopAsking(payment.id());
        } else {
            payments.askAt(payment.id(), endOf(payment, isOver(payment, false)));
        }
    }

    /** One that has ended and is still not understood long after its last look is left alone: it may be refunded. */
    void later(Payment payment, PaymentStatus openStatus, @Nullable String reason, boolean notified) {
        Instant lastLook = endOf(payment, true);
        if (!payment.status().isOpen() && clock.instant().isAfter(lastLook.plus(properties.inFlightTimeToLive()))) {
            payments.stopAsking(payment.id());
            return;
        }
        int asks = notified ? 0 : payment.asks();
        Instant next = clock.instant().plus(properties.askAfter(asks));
        payments.postpone(payment.id(), openStatus, reason, asks, next);
        if (openStatus == PaymentStatus.UNKNOWN) {
            metrics.counter("billing.payment.unknown").increment();
        }
    }
}

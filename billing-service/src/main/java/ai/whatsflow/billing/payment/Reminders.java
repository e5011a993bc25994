package ai.whatsflow.billing.payment;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
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

    /**
     * No answer and one that does not fit conclude nothing, however late they come, so nothing is left alone for them.
     * What has ended and is past its last look is asked for ever more rarely: it may be refunded, and stay so.
     */
    void later(Payment payment, PaymentStatus openStatus, @Nullable String reason, boolean notified) {
        int asks = notified ? 0 : payment.asks();
        payments.postpone(
                payment.id(), openStatus, reason, asks, clock.instant().plus(pause(payment, asks)));
        if (openStatus == PaymentStatus.UNKNOWN) {
            metrics.counter("billing.payment.unknown").increment();
        }
    }

    private Duration pause(Payment payment, int asks) {
        Duration regular = properties.askAfter(asks);
        Duration overdue = Duration.between(endOf(payment, true), clock.instant());
        boolean rarer = !payment.status().isOpen() && properties.repeats(asks) && overdue.compareTo(regular) > 0;
        return rarer ? overdue : regular;
    }
}

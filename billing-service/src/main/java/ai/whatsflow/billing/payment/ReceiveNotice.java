package ai.whatsflow.billing.payment;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes a provider's notification: checks that it is authentic, stores a trigger, and leaves the rest to a worker. */
@Component
public class ReceiveNotice {

    private final PaymentProviders providers;
    private final Payments payments;
    private final PaymentTriggers triggers;
    private final MeterRegistry metrics;
    private final Clock clock;

    ReceiveNotice(
            PaymentProviders providers,
            Payments payments,
            PaymentTriggers triggers,
            MeterRegistry metrics,
            Clock clock) {
        this.providers = providers;
        this.payments = payments;
        this.triggers = triggers;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Answers whether it was authentic; if not, nothing has changed. */
    public boolean receive(String provider, Map<String, String> form) {
        Optional<ProviderNotice> notice = providers.named(provider).authenticate(form);
        if (notice.isEmpty()) {
            count(provider, "forged");
            return false;
        }
        Optional<Payment> attempt =
                attemptId(notice.get()).flatMap(payments::find).filter(payment -> provider.equals(payment.provider()));
        attempt.ifPresent(payment -> triggers.store(provider, payment.id(), notice.get(), clock.instant()));
        count(provider, attempt.isPresent() ? "stored" : "unknown-order");
        return true;
    }

    private static Optional<UUID> attemptId(ProviderNotice notice) {
        try {
            return Optional.of(UUID.fromString(notice.orderId()));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private void count(String provider, String result) {
        metrics.counter("billing.payment.notice", "provider", provider, "result", result)
                .increment();
    }
}

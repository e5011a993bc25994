package ai.whatsflow.billing.payment;

import ai.whatsflow.platform.security.Account;
import ai.whatsflow.platform.security.AccountDirectory;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** When, for whom and with what echo a payment settles. */
@Component
class SettlementFacts {

    private static final Logger log = LoggerFactory.getLogger(SettlementFacts.class);

    private final AccountDirectory directory;
    private final PaymentEvents events;
    private final MeterRegistry metrics;
    private final Clock clock;

    SettlementFacts(AccountDirectory directory, PaymentEvents events, MeterRegistry metrics, Clock clock) {
        this.directory = directory;
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** The tiers above the account now, or when it paid if the directory has lost it. */
    List<UUID> pathOf(Payment payment) {
        return directory.find(payment.accountId()).map(Account::path).orElse(payment.accountPath());
    }

    void applied(Payment settled) {
        events.succeeded(settled);
        metrics.counter("billing.payment.settled", "method", settled.method().name())
                .increment();
    }

    void tooLate(Payment settled) {
        log.warn("payment {} came after its checkout had ended and became credit", settled.id());
        events.succeeded(settled.asCredit());
        metrics.counter("billing.payment.late").increment();
    }
}

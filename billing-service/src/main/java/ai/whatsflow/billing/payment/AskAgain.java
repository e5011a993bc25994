package ai.whatsflow.billing.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The janitor: asks again for attempts whose end is not known, when it is time to. Replicas share the work. */
@Component
public class AskAgain {

    private static final Logger log = LoggerFactory.getLogger(AskAgain.class);
    private static final int BATCH = 20;

    private final Payments payments;
    private final ResolveAttempt resolveAttempt;
    private final PaymentProperties properties;
    private final Clock clock;

    AskAgain(Payments payments, ResolveAttempt resolveAttempt, PaymentProperties properties, Clock clock) {
        this.payments = payments;
        this.resolveAttempt = resolveAttempt;
        this.properties = properties;
        this.clock = clock;
    }

    public void ask() {
        List<UUID> due;
        do {
            Instant now = clock.instant();
            due = payments.claimDue(now, now.plus(properties.lease().multipliedBy(BATCH)), BATCH);
            due.forEach(this::ask);
        } while (due.size() == BATCH);
    }

    private void ask(UUID paymentId) {
        try {
            resolveAttempt.resolve(paymentId, false);
        } catch (RuntimeException failed) {
            log.error("asking for payment {} failed; tried again later", paymentId, failed);
        }
    }
}

package ai.whatsflow.billing.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Settles what notifications have asked for. A trigger is taken for the length of a lease and done only after its
 * attempt was resolved, so one that a crash interrupts is taken again.
 */
@Component
public class ProcessTriggers {

    private static final Logger log = LoggerFactory.getLogger(ProcessTriggers.class);

    private final PaymentTriggers triggers;
    private final ResolveAttempt resolveAttempt;
    private final PaymentProperties properties;
    private final Clock clock;

    ProcessTriggers(
            PaymentTriggers triggers, ResolveAttempt resolveAttempt, PaymentProperties properties, Clock clock) {
        this.triggers = triggers;
        this.resolveAttempt = resolveAttempt;
        this.properties = properties;
        this.clock = clock;
    }

    /** Works until nothing is due. */
    public void process() {
        List<PaymentTriggers.Trigger> due;
        do {
            Instant now = clock.instant();
            due = triggers.claimDue(now, now.plus(properties.lease()), 1);
            due.forEach(this::process);
        } while (!due.isEmpty());
    }

    private void process(PaymentTriggers.Trigger trigger) {
        try {
            resolveAttempt.resolve(trigger.paymentId(), true);
            triggers.done(trigger, clock.instant());
        } catch (RuntimeException failed) {
            log.error("trigger {} of payment {} failed; tried again later", trigger.id(), trigger.paymentId(), failed);
        }
    }
}

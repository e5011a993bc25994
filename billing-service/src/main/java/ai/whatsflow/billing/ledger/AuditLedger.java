package ai.whatsflow.billing.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Compares the projection with the journal and shows the difference as {@code billing.ledger.drifted}. */
@Component
public class AuditLedger {

    private static final Logger log = LoggerFactory.getLogger(AuditLedger.class);

    private final Balances balances;
    private final AtomicLong drifted = new AtomicLong();

    AuditLedger(Balances balances, MeterRegistry metrics) {
        this.balances = balances;
        Gauge.builder("billing.ledger.drifted", drifted, AtomicLong::get)
                .description("Accounts whose balance is not the sum of their postings")
                .register(metrics);
    }

    public void audit() {
        drifted.set(balances.drifted());
        if (drifted.get() > 0) {
            log.error("{} ledger accounts differ from their postings", drifted.get());
        }
    }
}

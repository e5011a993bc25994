package ai.whatsflow.payout.commission;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sub-dealer has handed over what it held of an invoice: its commission no longer waits for that. */
@Service
public class ClearInvoice {
    private final Commissions commissions;
    private final Clock clock;

    ClearInvoice(Commissions commissions, Clock clock) {
        this.commissions = commissions;
        this.clock = clock;
    }

    @Transactional
    public void clear(UUID invoiceId, Instant clearedAt) {
        commissions.clear(invoiceId, clearedAt);
        commissions.release(clock.instant());
    }
}

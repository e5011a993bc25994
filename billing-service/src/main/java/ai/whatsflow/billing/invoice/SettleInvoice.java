package ai.whatsflow.billing.invoice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Issues a draft and marks it paid in the same transaction: what is not paid gets no number. */
@Component
public class SettleInvoice {

    private final Invoices invoices;
    private final InvoiceNumbers numbers;
    private final InvoiceEvents events;
    private final Clock clock;

    SettleInvoice(Invoices invoices, InvoiceNumbers numbers, InvoiceEvents events, Clock clock) {
        this.invoices = invoices;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param accountPath the tiers above the account now
     * @param heldBy the sub-dealer that owes the money, or null when it is with the owner
     * @throws IllegalArgumentException if the allocations are not the total
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Invoice settle(
            UUID invoiceId,
            List<UUID> accountPath,
            Instant periodStart,
            Instant periodEnd,
            Allocations allocations,
            @Nullable UUID heldBy) {
        Instant now = clock.instant();
        Invoice draft = invoices.get(invoiceId);
        if (!allocations.covers(draft.total())) {
            throw new IllegalArgumentException("allocations of " + invoiceId + " are not its total");
        }
        invoices.setPeriod(invoiceId, periodStart, periodEnd);
        invoices.issue(invoiceId, accountPath, numbers.next(now), now);
        events.issued(invoices.get(invoiceId));
        invoices.pay(invoiceId, allocations, heldBy, now);
        Invoice paid = invoices.get(invoiceId);
        events.paid(paid);
        return paid;
    }
}

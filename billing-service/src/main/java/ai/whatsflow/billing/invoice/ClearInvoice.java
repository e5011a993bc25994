package ai.whatsflow.billing.invoice;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Records that the money of a paid invoice, held by a sub-dealer until now, has reached the owner. */
@Component
public class ClearInvoice {

    private final Invoices invoices;
    private final InvoiceEvents events;
    private final Clock clock;

    ClearInvoice(Invoices invoices, InvoiceEvents events, Clock clock) {
        this.invoices = invoices;
        this.events = events;
        this.clock = clock;
    }

    public void clear(UUID invoiceId) {
        if (invoices.clear(invoiceId, clock.instant())) {
            events.cleared(invoices.get(invoiceId));
        }
    }
}

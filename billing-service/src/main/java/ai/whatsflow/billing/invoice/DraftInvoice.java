package ai.whatsflow.billing.invoice;

import ai.whatsflow.billing.Ids;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes down what a checkout will charge. */
@Component
public class DraftInvoice {

    private final Invoices invoices;
    private final Clock clock;

    DraftInvoice(Invoices invoices, Clock clock) {
        this.invoices = invoices;
        this.clock = clock;
    }

    public UUID draft(UUID accountId, List<UUID> accountPath, InvoiceLine line) {
        Invoice draft = new Invoice(
                Ids.next(),
                accountId,
                accountPath,
                1,
                InvoiceStatus.DRAFT,
                null,
                line.net(),
                line.tax(),
                List.of(line),
                List.of(),
                clock.instant(),
                null,
                null,
                null,
                true,
                null);
        invoices.insert(draft);
        return draft.id();
    }

    /** A checkout that came to nothing leaves no number behind. */
    public void discard(UUID invoiceId) {
        invoices.advance(invoiceId, InvoiceStatus.DRAFT, InvoiceStatus.VOID);
    }
}

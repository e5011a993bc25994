package ai.whatsflow.billing.messaging;

import ai.whatsflow.billing.invoice.Invoice;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** The money of a paid invoice has left the sub-dealer that held it, on {@code billing.invoice}. */
record InvoiceClearedV1(UUID invoiceId, long version, UUID heldBy, Instant clearedAt) {

    static final String TYPE = "billing.invoice.cleared.v1";

    static InvoiceClearedV1 of(Invoice invoice) {
        return new InvoiceClearedV1(
                invoice.id(),
                invoice.version(),
                Objects.requireNonNull(invoice.heldBy()),
                Objects.requireNonNull(invoice.clearedAt()));
    }
}

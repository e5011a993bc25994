package ai.whatsflow.billing.invoice;

import java.time.Instant;

/**
 * Hands out invoice numbers without gaps: the counter's row stays locked until the transaction that issues the invoice
 * ends, and rolls back with it.
 */
interface InvoiceNumbers {

    InvoiceNumber next(Instant issuedAt);
}

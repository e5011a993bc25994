package ai.whatsflow.payout.messaging;

import java.time.Instant;
import java.util.UUID;

/** What this service reads when a sub-dealer has settled what it held of an invoice. */
record InvoiceClearedV1(UUID invoiceId, Instant clearedAt) {
    static final String TYPE = "billing.invoice.cleared.v1";
}

package ai.whatsflow.payout.messaging;

import ai.whatsflow.payout.commission.PaidInvoice;
import ai.whatsflow.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of a paid invoice. */
record InvoicePaidV1(
        UUID invoiceId,
        UUID accountId,
        List<UUID> accountPath,
        Money collected,
        @Nullable UUID heldBy,
        boolean cleared,
        Instant paidAt) {
    static final String TOPIC = "billing.invoice";
    static final String TYPE = "billing.invoice.paid.v1";

    PaidInvoice invoice() {
        return new PaidInvoice(invoiceId, accountId, accountPath, collected, heldBy, cleared, paidAt);
    }
}

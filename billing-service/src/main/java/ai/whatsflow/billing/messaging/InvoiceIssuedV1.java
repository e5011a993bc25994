package ai.whatsflow.billing.messaging;

import ai.whatsflow.billing.invoice.Invoice;
import ai.whatsflow.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** An invoice got its number, on {@code billing.invoice}. */
record InvoiceIssuedV1(
        UUID invoiceId,
        long version,
        String number,
        UUID accountId,
        List<UUID> accountPath,
        Money total,
        Money tax,
        Instant issuedAt) {

    static final String TOPIC = "billing.invoice";
    static final String TYPE = "billing.invoice.issued.v1";

    static InvoiceIssuedV1 of(Invoice invoice) {
        return new InvoiceIssuedV1(
                invoice.id(),
                invoice.version(),
                Objects.requireNonNull(invoice.number()),
                invoice.accountId(),
                invoice.accountPath(),
                invoice.total(),
                invoice.tax(),
                Objects.requireNonNull(invoice.issuedAt()));
    }
}

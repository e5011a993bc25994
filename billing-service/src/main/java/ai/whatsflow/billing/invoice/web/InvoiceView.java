package ai.whatsflow.billing.invoice.web;

import ai.whatsflow.billing.invoice.Allocation;
import ai.whatsflow.billing.invoice.Invoice;
import ai.whatsflow.billing.invoice.InvoiceLine;
import ai.whatsflow.billing.invoice.InvoiceStatus;
import ai.whatsflow.platform.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lines and allocations are left out of listings. */
record InvoiceView(
        UUID invoiceId,
        UUID accountId,
        @Schema(example = "WF-2026-000042") @Nullable String number,
        InvoiceStatus status,
        Money net,
        Money tax,
        Money total,
        List<InvoiceLine> lines,
        List<Allocation> allocations,
        Instant createdAt,
        @Nullable Instant issuedAt,
        @Nullable Instant paidAt,
        @Nullable UUID heldBy,
        boolean cleared,
        @Nullable Instant clearedAt) {

    static InvoiceView of(Invoice invoice) {
        return new InvoiceView(
                invoice.id(),
                invoice.accountId(),
                invoice.number(),
                invoice.status(),
                invoice.net(),
                invoice.tax(),
                invoice.total(),
                invoice.lines(),
                invoice.allocations(),
                invoice.createdAt(),
                invoice.issuedAt(),
                invoice.paidAt(),
                invoice.heldBy(),
                invoice.cleared(),
                invoice.clearedAt());
    }
}

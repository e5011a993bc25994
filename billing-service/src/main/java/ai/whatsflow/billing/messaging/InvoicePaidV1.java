package ai.whatsflow.billing.messaging;

import ai.whatsflow.billing.invoice.Allocation;
import ai.whatsflow.billing.invoice.Allocations;
import ai.whatsflow.billing.invoice.Invoice;
import ai.whatsflow.platform.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice was paid, and how, on {@code billing.invoice}.
 *
 * @param collected what came in money, now or as recharged credit, without tax
 * @param heldBy the sub-dealer that still owes it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvoicePaidV1(
        UUID invoiceId,
        long version,
        String number,
        UUID accountId,
        List<UUID> accountPath,
        Money total,
        Money tax,
        Instant issuedAt,
        List<Part> allocations,
        Money collected,
        @Nullable UUID heldBy,
        boolean cleared,
        Instant paidAt) {

    static final String TYPE = "billing.invoice.paid.v1";

    /** One part of how it was paid. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(String source, String method, @Nullable UUID paymentId, Money amount) {

        static Part of(Allocation part) {
            return new Part(part.source().name(), part.method().name(), part.paymentId(), part.amount());
        }
    }

    static InvoicePaidV1 of(Invoice invoice) {
        return new InvoicePaidV1(
                invoice.id(),
                invoice.version(),
                Objects.requireNonNull(invoice.number()),
                invoice.accountId(),
                invoice.accountPath(),
                invoice.total(),
                invoice.tax(),
                Objects.requireNonNull(invoice.issuedAt()),
                invoice.allocations().stream().map(Part::of).toList(),
                new Allocations(invoice.allocations()).collected(invoice.total(), invoice.tax()),
                invoice.heldBy(),
                invoice.cleared(),
                Objects.requireNonNull(invoice.paidAt()));
    }
}

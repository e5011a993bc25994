package ai.whatsflow.billing.invoice;

import ai.whatsflow.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bill. It has no number before it is issued and never changes afterwards.
 *
 * @param heldBy the sub-dealer that took the money and owed it when this was paid
 * @param cleared whether the money has reached the owner
 */
public record Invoice(
        UUID id,
        UUID accountId,
        List<UUID> accountPath,
        long version,
        InvoiceStatus status,
        @Nullable String number,
        Money net,
        Money tax,
        List<InvoiceLine> lines,
        List<Allocation> allocations,
        Instant createdAt,
        @Nullable Instant issuedAt,
        @Nullable Instant paidAt,
        @Nullable UUID heldBy,
        boolean cleared,
        @Nullable Instant clearedAt) {

    public Money total() {
        return net.plus(tax);
    }
}

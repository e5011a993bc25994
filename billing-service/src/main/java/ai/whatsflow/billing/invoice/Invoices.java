package ai.whatsflow.billing.invoice;

import ai.whatsflow.platform.security.AccountScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invoices with their lines and allocations. */
public abstract class Invoices {

    public abstract Optional<Invoice> find(UUID invoiceId);

    /** Issued invoices in scope, newest first, one more than asked for; without lines and allocations. */
    public abstract List<Invoice> page(AccountScope scope, UUID before, int limit);

    abstract Invoice get(UUID invoiceId);

    abstract void insert(Invoice draft);

    abstract void setPeriod(UUID invoiceId, Instant start, Instant end);

    abstract void issue(UUID invoiceId, List<UUID> accountPath, InvoiceNumber number, Instant now);

    abstract void pay(UUID invoiceId, Allocations allocations, @Nullable UUID heldBy, Instant now);

    abstract boolean clear(UUID invoiceId, Instant now);

    /** Moves on if it still stands where expected; an invoice that has moved stays as it is. */
    abstract void advance(UUID invoiceId, InvoiceStatus from, InvoiceStatus to);
}

package ai.whatsflow.payout.commission;

import ai.whatsflow.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice that was paid, as far as a commission depends on it.
 *
 * @param accountPath from the root down to the customer, when it was paid
 * @param collected money and recharged credit, without tax; the base of the commission
 * @param heldBy the sub-dealer that took the money and still owes it, or null
 * @param cleared whether that debt is settled
 */
public record PaidInvoice(
        UUID invoiceId,
        UUID accountId,
        List<UUID> accountPath,
        Money collected,
        @Nullable UUID heldBy,
        boolean cleared,
        Instant paidAt) {}

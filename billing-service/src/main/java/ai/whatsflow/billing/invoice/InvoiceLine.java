package ai.whatsflow.billing.invoice;

import ai.whatsflow.platform.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is charged.
 *
 * @param taxRate percent
 * @param periodStart known once it is paid, like the end
 */
public record InvoiceLine(
        String description,
        @Nullable UUID packageId,
        @Nullable Integer packageVersion,
        int quantity,
        Money unitPrice,
        Money net,
        BigDecimal taxRate,
        Money tax,
        @Nullable Instant periodStart,
        @Nullable Instant periodEnd) {

    /** One unit of a package, untaxed. */
    public static InvoiceLine ofPackage(String description, UUID packageId, int packageVersion, Money price) {
        return new InvoiceLine(
                description,
                packageId,
                packageVersion,
                1,
                price,
                price,
                BigDecimal.ZERO.setScale(2),
                Money.zero(price.currency()),
                null,
                null);
    }
}

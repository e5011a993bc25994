package ai.whatsflow.payout.payout;

import ai.whatsflow.platform.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked to be paid out.
 *
 * @param amount null for everything payable
 * @param from only commissions accrued from here on, or null
 * @param until only commissions accrued before, or null
 */
public record PayoutOrder(
        UUID subDealerId,
        UUID requestedBy,
        PayoutType type,
        Currency currency,
        @Nullable Money amount,
        @Nullable Instant from,
        @Nullable Instant until) {}

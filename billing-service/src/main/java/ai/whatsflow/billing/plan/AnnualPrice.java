package ai.whatsflow.billing.plan;

import ai.whatsflow.platform.money.Money;
import java.math.BigDecimal;

/** Twelve months less 15 percent, rounded once. */
final class AnnualPrice {

    private static final BigDecimal TWELVE_LESS_15_PERCENT = new BigDecimal("10.20");

    private AnnualPrice() {}

    static Money of(Money monthly) {
        return monthly.times(TWELVE_LESS_15_PERCENT);
    }
}

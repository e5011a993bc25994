package ai.whatsflow.payout.plan;

import ai.whatsflow.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A rate of 5.00 to 15.00 percent, with two decimals. */
public record CommissionRate(BigDecimal percent) {
    public static final String LOWEST = "5.00";
    public static final String HIGHEST = "15.00";

    /** @throws IllegalArgumentException outside the range or with a third decimal */
    public CommissionRate {
        try {
            percent = percent.setScale(2, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException thirdDecimal) {
            throw new IllegalArgumentException("a rate has two decimals");
        }
        if (percent.compareTo(new BigDecimal(LOWEST)) < 0 || percent.compareTo(new BigDecimal(HIGHEST)) > 0) {
            throw new IllegalArgumentException("a rate lies between " + LOWEST + " and " + HIGHEST);
        }
    }

    /** Rounded once, HALF_UP, to the minor unit. */
    public Money of(Money base) {
        return base.percent(percent);
    }

    @Override
    public String toString() {
        return percent.toPlainString();
    }
}

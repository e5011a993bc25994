package ai.whatsflow.platform.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * An amount in minor units of an ISO 4217 currency (LKR has two decimals, JPY none, KWD three). Immutable. Arithmetic
 * is exact and throws {@link ArithmeticException} on overflow; the only rounding is HALF_UP, once, in
 * {@link #times(BigDecimal)} and {@link #percent(BigDecimal)}. Mixing currencies throws
 * {@link IllegalArgumentException}.
 *
 * @param minor signed number of minor units, for example cents
 * @param currency the ISO 4217 currency
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency + " has no minor unit");
        }
    }

    /**
     * Reads a decimal such as {@code 149.50}.
     *
     * @throws IllegalArgumentException if it is not a plain decimal, has more decimals than the currency, or the
     *     currency is unknown
     */
    public static Money of(String amount, String currencyCode) {
        Currency currency = Currency.getInstance(currencyCode);
        if (amount.length() > 24 || !isPlainDecimal(amount)) {
            throw new IllegalArgumentException("not a plain decimal amount");
        }
        try {
            return new Money(
                    new BigDecimal(amount)
                            .movePointRight(currency.getDefaultFractionDigits())
                            .longValueExact(),
                    currency);
        } catch (ArithmeticException tooPrecise) {
            throw new IllegalArgumentException(
                    currencyCode + " has " + currency.getDefaultFractionDigits() + " decimals and a bounded size");
        }
    }

    public static Money ofMinor(long minor, String currencyCode) {
        return new Money(minor, Currency.getInstance(currencyCode));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other)), currency);
    }

    public Money negate() {
        return new Money(Math.negateExact(minor), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    /** Multiplies exactly, then rounds HALF_UP to a minor unit. */
    public Money times(BigDecimal factor) {
        return new Money(
                BigDecimal.valueOf(minor)
                        .multiply(factor)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact(),
                currency);
    }

    /** So many percent of this, rounded HALF_UP to a minor unit: {@code percent("10.00")} is a tenth. */
    public Money percent(BigDecimal percent) {
        return new Money(
                BigDecimal.valueOf(minor)
                        .multiply(percent)
                        .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                        .longValueExact(),
                currency);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /**
     * Splits by weight with the largest-remainder method, ties by index; the parts always add up to the whole.
     *
     * @throws IllegalArgumentException if a weight is negative or all are zero
     */
    public List<Money> allocate(long... weights) {
        BigDecimal total = BigDecimal.ZERO;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("a weight is negative");
            }
            total = total.add(BigDecimal.valueOf(weight));
        }
        if (total.signum() == 0) {
            throw new IllegalArgumentException("all weights are zero");
        }
        long sign = Long.signum(minor);
        BigDecimal whole = BigDecimal.valueOf(minor).abs();
        long[] parts = new long[weights.length];
        BigDecimal[] remainders = new BigDecimal[weights.length];
        long left = whole.longValueExact();
        for (int i = 0; i < weights.length; i++) {
            BigDecimal[] share = whole.multiply(BigDecimal.valueOf(weights[i])).divideAndRemainder(total);
            parts[i] = share[0].longValueExact();
            remainders[i] = share[1];
            left -= parts[i];
        }
        for (; left > 0; left--) {
            int largest = 0;
            for (int i = 1; i < remainders.length; i++) {
                if (remainders[i].compareTo(remainders[largest]) > 0) {
                    largest = i;
                }
            }
            parts[largest]++;
            remainders[largest] = BigDecimal.ONE.negate();
        }
        List<Money> split = new ArrayList<>(parts.length);
        for (long part : parts) {
            split.add(new Money(sign * part, currency));
        }
        return List.copyOf(split);
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    /** The amount as a plain decimal with exactly the currency's decimals: {@code 149.50}. */
    public String amount() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other));
    }

    @Override
    public String toString() {
        return amount() + " " + currency.getCurrencyCode();
    }

    private long same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " don't mix");
        }
        return other.minor;
    }

    private static boolean isPlainDecimal(String text) {
        int digits = 0;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && points == 0 && digits > 0) {
                points++;
            } else if (c != '-' || i > 0) {
                return false;
            }
        }
        return digits > 0 && text.charAt(text.length() - 1) != '.';
    }
}

package ai.whatsflow.voucher.code;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Twelve random symbols (60 bits) and a check symbol, in canonical form without separators. {@link #toString()} does
 * not give the code away: a code is money.
 */
public final class VoucherCode {
    static final int RANDOM_SYMBOLS = 12;
    static final int SYMBOLS = RANDOM_SYMBOLS + 1;

    private static final int GROUP = 4;
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;
    private static final String SEPARATORS = " -\u00a0\u2010\u2011\u2012\u2013\u2014\t";

    private final String canonical;

    private VoucherCode(String canonical) {
        this.canonical = canonical;
    }

    /** @param random cryptographically strong outside of tests */
    public static VoucherCode random(RandomGenerator random) {
        long bits = random.nextLong();
        int[] values = new int[SYMBOLS];
        for (int i = 0; i < RANDOM_SYMBOLS; i++) {
            values[i] = (int) (bits >>> (i * BITS)) & MASK;
        }
        values[RANDOM_SYMBOLS] = CheckSymbol.of(values, RANDOM_SYMBOLS);
        return new VoucherCode(text(values));
    }

    /** Reads what a person typed: any case, O for 0, I or L for 1, with or without spaces and dashes. */
    public static Optional<VoucherCode> read(String typed) {
        int[] values = new int[SYMBOLS];
        int count = 0;
        for (int i = 0; i < typed.length(); i++) {
            char symbol = typed.charAt(i);
            if (SEPARATORS.indexOf(symbol) >= 0) {
                continue;
            }
            int value = CodeAlphabet.value(symbol);
            if (value == CodeAlphabet.UNKNOWN || count == SYMBOLS) {
                return Optional.empty();
            }
            values[count++] = value;
        }
        boolean whole = count == SYMBOLS && values[RANDOM_SYMBOLS] == CheckSymbol.of(values, RANDOM_SYMBOLS);
        return whole ? Optional.of(new VoucherCode(text(values))) : Optional.empty();
    }

    public String canonical() {
        return canonical;
    }

    /** Grouped for print: {@code XXXX-XXXX-XXXX-C}. */
    public String printed() {
        StringBuilder printed = new StringBuilder();
        for (int i = 0; i < canonical.length(); i++) {
            if (i > 0 && i % GROUP == 0) {
                printed.append('-');
            }
            printed.append(canonical.charAt(i));
        }
        return printed.toString();
    }

    private static String text(int[] values) {
        StringBuilder text = new StringBuilder(values.length);
        for (int value : values) {
            text.append(CodeAlphabet.symbol(value));
        }
        return text.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VoucherCode code && code.canonical.equals(canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    @Override
    public String toString() {
        return "VoucherCode[…]";
    }
}

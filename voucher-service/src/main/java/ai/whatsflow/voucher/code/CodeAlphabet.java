package ai.whatsflow.voucher.code;

import java.util.Arrays;

/**
 * Crockford's base32: no I, L, O or U, and forgiving about the first three when it reads.
 *
 * @see <a href="https://www.crockford.com/base32.html">Base 32</a>
 */
final class CodeAlphabet {
    static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    static final int UNKNOWN = -1;

    private static final int[] VALUES = new int[128];

    static {
        Arrays.fill(VALUES, UNKNOWN);
        for (int value = 0; value < SYMBOLS.length(); value++) {
            char symbol = SYMBOLS.charAt(value);
            VALUES[symbol] = value;
            VALUES[Character.toLowerCase(symbol)] = value;
        }
        alias("Oo", 0);
        alias("IiLl", 1);
    }

    private CodeAlphabet() {}

    static char symbol(int value) {
        return SYMBOLS.charAt(value);
    }

    /** The value 0 to 31 that a person may have meant, or {@link #UNKNOWN}. */
    static int value(char typed) {
        return typed < VALUES.length ? VALUES[typed] : UNKNOWN;
    }

    private static void alias(String typed, int value) {
        typed.chars().forEach(symbol -> VALUES[symbol] = value);
    }
}

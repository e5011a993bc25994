package ai.whatsflow.voucher.code;

/**
 * A check symbol out of the same 32: the weighted sum over GF(2⁵), reduced by x⁵ + x² + 1, with the weights 2¹, 2², …
 * All weights differ and none is zero, so every single wrong symbol and every swap of two symbols, adjacent or not, is
 * found (up to 30 symbols).
 */
final class CheckSymbol {
    private static final int REDUCTION = 0b100101;
    private static final int OVERFLOW = 0b100000;

    private CheckSymbol() {}

    static int of(int[] values, int length) {
        int sum = 0;
        for (int i = length - 1; i >= 0; i--) {
            sum = twice(sum ^ values[i]);
        }
        return sum;
    }

    private static int twice(int value) {
        int doubled = value << 1;
        return (doubled & OVERFLOW) == 0 ? doubled : doubled ^ REDUCTION;
    }
}

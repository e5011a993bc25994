package ai.whatsflow.gateway.exchange;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A W3C trace context header: the caller's when it is well-formed, a new one otherwise. The gateway forwards it and
 * opens no span of its own.
 */
public record TraceParent(String header, boolean inherited) {

    private static final HexFormat HEX = HexFormat.of();
    private static final int LENGTH = 55;

    public static TraceParent of(@Nullable String header, double samplingProbability) {
        if (header != null && wellFormed(header)) {
            return new TraceParent(header, true);
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        StringBuilder made = new StringBuilder(LENGTH).append("00-");
        made.append(HEX.toHexDigits(random.nextLong())).append(HEX.toHexDigits(random.nextLong() | 1));
        made.append('-').append(HEX.toHexDigits(random.nextLong() | 1));
        made.append(random.nextDouble() < samplingProbability ? "-01" : "-00");
        return new TraceParent(made.toString(), false);
    }

    public String traceId() {
        return header.substring(3, 35);
    }

    private static boolean wellFormed(String header) {
        return header.length() == LENGTH
                && header.startsWith("00-")
                && header.charAt(35) == '-'
                && header.charAt(52) == '-'
                && lowerHex(header, 3, 35)
                && lowerHex(header, 36, 52)
                && lowerHex(header, 53, 55);
    }

    /** Lower-case hexadecimal and, as identifiers must be, not all zero (flags may be). */
    private static boolean lowerHex(String text, int from, int to) {
        boolean zero = true;
        for (int i = from; i < to; i++) {
            char character = text.charAt(i);
            if (!(character >= '0' && character <= '9' || character >= 'a' && character <= 'f')) {
                return false;
            }
            zero &= character == '0';
        }
        return !zero || to - from == 2;
    }
}

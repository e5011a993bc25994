package ai.whatsflow.gateway.exchange;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A caller's X-Request-Id is kept when it is sane: 8 to 64 letters, digits, dots, dashes and underscores. */
final class RequestId {

    static final String HEADER = "X-Request-Id";

    private RequestId() {}

    static String of(@Nullable String offered) {
        return offered != null && sane(offered) ? offered : make();
    }

    private static String make() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    private static boolean sane(String offered) {
        int length = offered.length();
        if (length < 8 || length > 64) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = offered.charAt(i);
            boolean allowed = c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || c == '-'
                    || c == '_'
                    || c == '.';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }
}

package ai.whatsflow.gateway.route;

/**
 * Refuses paths that a service could read differently from the route table: dot segments, empty segments, path
 * parameters, back slashes, and any of these or control characters in percent-encoding. One pass, nothing allocated.
 */
public final class PathGuard {

    private PathGuard() {}

    public static boolean accepts(String rawPath) {
        int length = rawPath.length();
        if (length == 0 || rawPath.charAt(0) != '/') {
            return false;
        }
        boolean onlyDots = false;
        for (int i = 1; i < length; i++) {
            char character = rawPath.charAt(i);
            boolean segmentStarts = rawPath.charAt(i - 1) == '/';
            if (character == '/') {
                if (segmentStarts || onlyDots) {
                    return false;
                }
            } else if (character == '%') {
                if (i + 2 >= length || !harmless(rawPath.charAt(i + 1), rawPath.charAt(i + 2))) {
                    return false;
                }
                i += 2;
                onlyDots = false;
            } else if (character <= ' ' || character >= 0x7f || character == '\\' || character == ';') {
                return false;
            } else {
                onlyDots = character == '.' && (segmentStarts || onlyDots);
            }
        }
        return !onlyDots;
    }

    private static boolean harmless(char high, char low) {
        int h = Character.digit(high, 16);
        int l = Character.digit(low, 16);
        if (h < 0 || l < 0) {
            return false;
        }
        int decoded = h << 4 | l;
        return decoded > ' '
                && decoded != 0x7f
                && decoded != '/'
                && decoded != '\\'
                && decoded != '.'
                && decoded != ';'
                && decoded != '%';
    }
}

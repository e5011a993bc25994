package ai.whatsflow.gateway.observe;

import java.time.Instant;

/** RFC 3339 with milliseconds; formats each second once. Not thread-safe. */
final class TimeText {

    private static final int UP_TO_SECONDS = 19;

    private long second = Long.MIN_VALUE;
    private String prefix = "";

    String of(long epochMillis) {
        long current = Math.floorDiv(epochMillis, 1_000L);
        if (current != second) {
            second = current;
            prefix = Instant.ofEpochSecond(current).toString().substring(0, UP_TO_SECONDS);
        }
        int millis = (int) Math.floorMod(epochMillis, 1_000L);
        String digits = Integer.toString(1_000 + millis).substring(1);
        return prefix + "." + digits + "Z";
    }
}

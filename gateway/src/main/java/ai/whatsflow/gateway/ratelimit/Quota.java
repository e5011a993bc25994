package ai.whatsflow.gateway.ratelimit;

import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/** So many requests in each window of that length. Written {@code 600/1m}. */
public record Quota(int permits, Duration window) {

    public Quota {
        if (permits < 1 || window.toMillis() < 1_000) {
            throw new IllegalArgumentException("A quota is at least one request per second: " + permits + "/" + window);
        }
    }

    /** Reads {@code <permits>/<duration>}; found by the configuration binder by its name. */
    public static Quota valueOf(String text) {
        int slash = text.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("A quota is written 600/1m, not " + text);
        }
        return new Quota(
                Integer.parseInt(text.substring(0, slash).strip()),
                DurationStyle.detectAndParse(text.substring(slash + 1).strip()));
    }
}

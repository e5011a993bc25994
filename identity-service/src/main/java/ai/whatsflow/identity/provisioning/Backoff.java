package ai.whatsflow.identity.provisioning;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Doubles from the first wait to the longest; each is shortened by up to half at random, so that crowds disperse. */
record Backoff(Duration first, Duration longest) {

    Duration after(int attempts) {
        long full = full(attempts).toMillis();
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(full / 2, full + 1));
    }

    Duration full(int attempts) {
        int doublings = Math.clamp(attempts - 1L, 0, 20);
        Duration wait = first.multipliedBy(1L << doublings);
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}

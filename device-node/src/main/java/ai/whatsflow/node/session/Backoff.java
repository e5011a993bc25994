package ai.whatsflow.node.session;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Doubling delays with jitter: between a half and the whole of the step. Not thread-safe. */
final class Backoff {

    private final Duration first;
    private final Duration slowest;
    private final RandomGenerator random;
    private int tries;

    Backoff(Duration first, Duration slowest, RandomGenerator random) {
        this.first = first;
        this.slowest = slowest;
        this.random = random;
    }

    Duration next() {
        long step = Math.min(first.toMillis() << Math.min(tries++, 20), slowest.toMillis());
        return Duration.ofMillis(step / 2 + random.nextLong(step / 2 + 1));
    }

    void reset() {
        tries = 0;
    }
}

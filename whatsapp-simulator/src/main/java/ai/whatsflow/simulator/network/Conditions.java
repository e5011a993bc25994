package ai.whatsflow.simulator.network;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The weather on the line: how long things take, and what gets lost. */
public record Conditions(Range delivered, Range read, Loss loss) {

    /** Both ends inclusive. */
    public record Range(Duration min, Duration max) {

        public Range {
            if (min.isNegative() || max.compareTo(min) < 0) {
                throw new IllegalArgumentException("a range needs 0 <= min <= max");
            }
        }

        Duration pick(RandomGenerator random) {
            return Duration.ofMillis(random.nextLong(min.toMillis(), max.toMillis() + 1));
        }
    }

    /**
     * @param sends probability that a send never arrives
     * @param acks probability that a send arrives and its acknowledgement does not
     */
    public record Loss(double sends, double acks) {

        public Loss {
            if (!(sends >= 0 && sends <= 1 && acks >= 0 && acks <= 1)) {
                throw new IllegalArgumentException("a probability lies between 0 and 1");
            }
        }
    }
}

package ai.whatsflow.bench.result;

/**
 * What is promised.
 *
 * @param id as the goals are numbered in docs/benchmarks.md: {@code P6}
 * @param measured what the ratio is of
 * @param yardstick what it is compared with in the same run
 * @param required whether a result beyond the must fails the run; otherwise it is only reported
 */
public record Goal(
        String id, String measured, String yardstick, Bound bound, double must, double aim, boolean required) {

    public boolean isMet(double value) {
        return bound.holds(value, must);
    }

    public boolean isAimReached(double value) {
        return bound.holds(value, aim);
    }
}

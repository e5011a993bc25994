package ai.whatsflow.bench.result;

import java.util.Arrays;
import java.util.Collection;

/** The median of some measurements with the lowest and the highest. */
public record Spread(double median, double min, double max, int count) {

    public static Spread of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1], sorted.length);
    }

    public static Spread of(Collection<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Override
    public String toString() {
        return count == 1
                ? Numbers.text(median)
                : "%s (%s to %s, n=%d)".formatted(Numbers.text(median), Numbers.text(min), Numbers.text(max), count);
    }
}

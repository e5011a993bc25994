package ai.whatsflow.bench.measure;

import ai.whatsflow.bench.result.Spread;
import java.util.ArrayList;
import java.util.List;

/** Two arms measured in turns, A B A B: what disturbs the machine for a while disturbs both. */
public record Pairs(List<Double> first, List<Double> second) {

    public static final int AT_LEAST = 5;

    /** One measurement of an arm. */
    public interface Arm {
        double measure() throws Exception;
    }

    public static Pairs interleaved(int rounds, Arm first, Arm second) throws Exception {
        if (rounds < AT_LEAST) {
            throw new IllegalArgumentException("at least " + AT_LEAST + " pairs, not " + rounds);
        }
        List<Double> firsts = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            firsts.add(first.measure());
            seconds.add(second.measure());
        }
        return new Pairs(List.copyOf(firsts), List.copyOf(seconds));
    }

    /** Of the first arm's measurements to the second's, pair by pair. */
    public Spread ratio() {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            ratios.add(first.get(i) / second.get(i));
        }
        return Spread.of(ratios);
    }

    public Spread firstSpread() {
        return Spread.of(first);
    }

    public Spread secondSpread() {
        return Spread.of(second);
    }
}

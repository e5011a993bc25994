package ai.whatsflow.billing.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The steps of one seed; those that came in between are further to the right. */
final class Trace {

    private static final int LAST = 30;

    private final List<Step> steps = new ArrayList<>();

    void add(Instant at, int depth, String what) {
        steps.add(new Step(at, depth, what));
    }

    int size() {
        return steps.size();
    }

    List<Step> steps() {
        return steps;
    }

    String last() {
        return IntStream.range(Math.max(0, steps.size() - LAST), steps.size())
                .mapToObj(number -> (number + 1) + " " + steps.get(number))
                .collect(Collectors.joining("\n"));
    }

    record Step(Instant at, int depth, String what) {

        @Override
        public String toString() {
            return at + "  ".repeat(depth + 1) + what;
        }
    }
}

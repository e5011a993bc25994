package ai.whatsflow.billing.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The steps of one seed. Ids are named in the order they turn up, so two runs of a seed read the same. */
final class Trace {

    private static final int LAST = 30;

    private final List<Step> steps = new ArrayList<>();
    private final Map<UUID, Integer> names = new HashMap<>();

    void add(Instant at, int depth, String what, @Nullable UUID about) {
        int name = about == null ? 0 : names.computeIfAbsent(about, unused -> names.size() + 1);
        steps.add(new Step(at, depth, what, name));
    }

    int size() {
        return steps.size();
    }

    List<Step> steps() {
        return steps;
    }

    String last() {
        int from = Math.max(0, steps.size() - LAST);
        return java.util.stream.IntStream.range(from, steps.size())
                .mapToObj(number -> (number + 1) + " " + steps.get(number))
                .collect(Collectors.joining("\n"));
    }

    record Step(Instant at, int depth, String what, int about) {

        @Override
        public String toString() {
            return at + "  ".repeat(depth + 1) + what + (about == 0 ? "" : " #" + about);
        }
    }
}

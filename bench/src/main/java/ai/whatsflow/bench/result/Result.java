package ai.whatsflow.bench.result;

import java.util.List;

/**
 * One goal with what was measured.
 *
 * @param value compared with the goal by its median
 * @param figures the numbers the ratio is made of, and others worth knowing
 * @param yardsticks floors that the yardstick had to keep
 * @param notes conditions in words: the settings, what the profile shows
 */
public record Result(
        Goal goal, Spread value, List<Figure> figures, List<YardstickCheck> yardsticks, List<String> notes) {

    /** Why this result fails the run; empty when it does not. */
    public List<String> faults() {
        List<String> faults = new java.util.ArrayList<>();
        if (goal.required() && !goal.isMet(value.median())) {
            faults.add("%s is %s, must be %s"
                    .formatted(goal.id(), value, goal.bound().of(goal.must())));
        }
        yardsticks.stream()
                .filter(check -> !check.holds())
                .forEach(check -> faults.add("%s: %s".formatted(goal.id(), check)));
        return faults;
    }

    /** In one word. */
    public String standing() {
        if (goal.isAimReached(value.median())) {
            return "aim";
        }
        return goal.isMet(value.median()) ? "must" : goal.required() ? "BELOW" : "below";
    }
}

package ai.whatsflow.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** How the facts of a step compare with what was expected: every expected fact is there and nothing else. */
public record Verdict(List<Check> checks) {

    /** One comparison. */
    public record Check(String fact, String expected, String seen) {

        public boolean holds() {
            return expected.equals(seen);
        }
    }

    static Verdict of(Map<String, String> expected, Map<String, String> seen) {
        List<Check> checks = new ArrayList<>();
        expected.forEach(
                (fact, literal) -> checks.add(new Check(fact, literal, seen.getOrDefault(fact, "(not seen)"))));
        for (String fact : new TreeSet<>(seen.keySet())) {
            if (!expected.containsKey(fact)) {
                checks.add(new Check(fact, "(nothing expected)", seen.getOrDefault(fact, "")));
            }
        }
        return new Verdict(checks);
    }

    public boolean holds() {
        return checks.stream().allMatch(Check::holds);
    }
}

package ai.whatsflow.fault;

import ai.whatsflow.fault.invariant.Evidence;
import ai.whatsflow.fault.plan.Drill;
import java.util.List;
import java.util.Map;

/**
 * How a campaign ended.
 *
 * @param faults how often each drill was done
 * @param violations what was found, by the sentence it contradicts
 * @param evidence what it was judged by
 */
public record Outcome(long seed, Map<Drill, Integer> faults, Map<String, List<String>> violations, Evidence evidence) {

    public boolean holds() {
        return violations.isEmpty();
    }
}

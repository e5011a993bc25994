package ai.whatsflow.fault.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The endless list of faults that a seed stands for. Each drill comes once before any comes again, so that a short run
 * meets them all; the same seed and drills give the same plan.
 */
public final class FaultPlan {

    private static final int MOST_CALM_MILLIS = 3_000;
    private static final int MOST_AIM_MILLIS = 250;

    private final Random random;
    private final List<Drill> drills;
    private final List<Drill> left = new ArrayList<>();
    private int number;

    public FaultPlan(long seed, List<Drill> drills) {
        this.random = new Random(seed);
        this.drills = List.copyOf(drills);
    }

    public PlannedFault next() {
        if (left.isEmpty()) {
            left.addAll(drills);
            Collections.shuffle(left, random);
        }
        Drill drill = left.removeFirst();
        return new PlannedFault(
                ++number,
                drill,
                drill.blow(random),
                Duration.ofMillis(random.nextInt(MOST_CALM_MILLIS)),
                Duration.ofMillis(random.nextInt(MOST_AIM_MILLIS)),
                Duration.ofMillis(drill.millis(random)));
    }

    /** The beginning of the plan, to be shown. */
    public static List<PlannedFault> beginning(long seed, List<Drill> drills, int length) {
        FaultPlan plan = new FaultPlan(seed, drills);
        return Stream.generate(plan::next).limit(length).toList();
    }
}

package ai.whatsflow.fault;

import ai.whatsflow.demo.StepFailure;
import ai.whatsflow.fault.plan.Drill;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A campaign for so many minutes; ends 0 only when everything held. */
public final class Chaos {

    private Chaos() {}

    /** Arguments: minutes, seed and, if not all, the drills. */
    public static void main(String... arguments) {
        long minutes = Long.parseLong(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        List<Drill> drills = Arrays.stream(Drill.values())
                .filter(drill ->
                        arguments.length == 2 || Arrays.asList(arguments).contains(drill.word()))
                .toList();
        try {
            Outcome outcome = new Campaign(System.getenv(), System.out)
                    .run(seed, drills, Until.after(Duration.ofMinutes(minutes)));
            System.out.println("faults: " + outcome.faults());
            System.out.println(
                    outcome.holds()
                            ? "Everything held. Seed " + seed + "."
                            : "It did not hold: run ./whatsflow chaos --minutes " + minutes + " --seed " + seed
                                    + " to see it again.");
            System.exit(outcome.holds() ? 0 : 1);
        } catch (StepFailure failed) {
            System.out.println("The run ended early: " + failed.getMessage() + " Seed " + seed + ".");
            System.exit(1);
        }
    }
}

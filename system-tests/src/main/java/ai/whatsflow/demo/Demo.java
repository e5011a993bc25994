package ai.whatsflow.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Tells the story step by step; ends 0 only when every check of every step held. */
public final class Demo {

    private final List<Step> steps;
    private final PrintStream out;

    Demo(List<Step> steps, PrintStream out) {
        this.steps = steps;
        this.out = out;
    }

    public static void main(String[] arguments) {
        Story story = new Story(Place.fromEnvironment(System.getenv()));
        System.exit(new Demo(Story.steps(), System.out).tell(story));
    }

    /** Returns the exit code. */
    int tell(Story story) {
        long start = System.nanoTime();
        int checks = 0;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            out.printf("%n%2d. %s%n", i + 1, step.title());
            long stepStart = System.nanoTime();
            Verdict verdict;
            try {
                Facts facts = step.perform(story);
                facts.notes().forEach((name, value) -> out.printf("      %-44s %s%n", name, value));
                verdict = Verdict.of(step.expected(), facts.checked());
            } catch (StepFailure failed) {
                out.printf(
                        "    ✗ %s%n%nThe demo ends here: step %d did not happen as told.%n",
                        failed.getMessage(), i + 1);
                return 1;
            }
            for (Verdict.Check check : verdict.checks()) {
                print(check);
            }
            checks += verdict.checks().size();
            out.printf("      (%s)%n", seconds(stepStart));
            if (!verdict.holds()) {
                out.printf("%nThe demo ends here: a check of step %d does not hold.%n", i + 1);
                return 1;
            }
        }
        out.printf("%nAll %d steps happened, all %d checks held, in %s.%n", steps.size(), checks, seconds(start));
        return 0;
    }

    private void print(Verdict.Check check) {
        if (check.holds()) {
            out.printf("    ✓ %-44s %s%n", check.fact(), check.seen());
        } else {
            out.printf("    ✗ %-44s %s, expected %s%n", check.fact(), check.seen(), check.expected());
        }
    }

    private static String seconds(long since) {
        return "%.1f s".formatted(Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0);
    }
}

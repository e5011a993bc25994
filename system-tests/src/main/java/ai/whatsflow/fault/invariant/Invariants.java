package ai.whatsflow.fault.invariant;

import ai.whatsflow.demo.StepFailure;
import ai.whatsflow.demo.Waiting;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** All of them, asked until they hold or the patience ends: what is only late is no violation. */
public final class Invariants {

    private static final List<Invariant> ALL = List.of(
            new AcceptedIsKept(),
            new ExactlyOnce(),
            new OneOwner(),
            new StatusesRise(),
            new QuotasAddUp(),
            new PaymentsSettleOnce(),
            new LedgerAgrees(),
            new CommissionIsArithmetic(),
            new TopicsFollowOutboxes(),
            new EventsReachConsumers(),
            new NothingIsStuck(),
            new NewcomersGetIn());

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int SHOWN = 5;

    private Invariants() {}

    /** Violations by the sentence they contradict; none if all hold. */
    public static Map<String, List<String>> check(Evidence evidence, Duration patience, PrintStream out) {
        long end = System.nanoTime() + patience.toNanos();
        Map<String, List<String>> violations = new LinkedHashMap<>();
        for (Invariant invariant : ALL) {
            List<String> found = ask(invariant, evidence);
            while (!found.isEmpty() && System.nanoTime() < end) {
                Waiting.pause(PAUSE);
                found = ask(invariant, evidence);
            }
            if (found.isEmpty()) {
                out.println("    ✓ " + invariant.sentence());
            } else {
                violations.put(invariant.sentence(), found);
                out.println("    ✗ " + invariant.sentence() + ": " + found.size() + " violations");
                found.stream().limit(SHOWN).forEach(violation -> out.println("        " + violation));
            }
        }
        return violations;
    }

    private static List<String> ask(Invariant invariant, Evidence evidence) {
        try {
            return invariant.violations(evidence);
        } catch (SQLException | StepFailure | JacksonException unanswered) {
            return new ArrayList<>(List.of("cannot be judged: " + unanswered));
        }
    }
}

package ai.whatsflow.fault.load;

import ai.whatsflow.demo.Answer;
import ai.whatsflow.demo.Session;
import ai.whatsflow.demo.StepFailure;
import ai.whatsflow.demo.Waiting;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Asks until the answer is yes, as a client does that knows its request to be idempotent: whatever fails on the way, in
 * the end the request was accepted exactly once.
 */
final class Insistence {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Tally tally;

    Insistence(Tally tally) {
        this.tally = tally;
    }

    /** The accepted answer; none if it never came, which the tally then knows. */
    @Nullable
    Answer post(Session session, String path, Object body) {
        String key = UUID.randomUUID().toString();
        return insist("POST " + path, () -> {
            Answer answer = session.post(path, body, key);
            if (answer.status() / 100 == 2) {
                return answer;
            }
            tally.refused(answer.status() + " " + answer.problem());
            return null;
        });
    }

    /** A value that the question gives sooner or later. */
    <T> @Nullable T insist(String what, Supplier<@Nullable T> question) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "no answer";
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            try {
                T value = question.get();
                if (value != null) {
                    return value;
                }
                last = "refused";
            } catch (StepFailure | JacksonException failed) {
                last = String.valueOf(failed.getMessage());
                tally.refused("no answer");
            }
            Waiting.pause(PAUSE);
        }
        tally.gaveUp(what + ": " + last);
        return null;
    }
}

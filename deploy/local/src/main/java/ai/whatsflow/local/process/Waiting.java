package ai.whatsflow.local.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something that nobody announces. */
public final class Waiting {

    private Waiting() {}

    /** Asks again and again until the answer is yes; no if the patience ends first or the thread is interrupted. */
    public static boolean until(Duration patience, Duration pause, BooleanSupplier question) {
        long end = System.nanoTime() + patience.toNanos();
        while (!question.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}

package ai.whatsflow.demo;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for what other processes do. */
public final class Waiting {

    private Waiting() {}

    /**
     * Asks until there is an answer.
     *
     * @throws StepFailure when there is none within the time
     */
    public static <T> T forValue(String what, Duration patience, Supplier<@Nullable T> question) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            T value = question.get();
            if (value != null) {
                return value;
            }
            if (System.nanoTime() > deadline) {
                throw new StepFailure("waited " + patience.toSeconds() + " s in vain for " + what);
            }
            pause(Duration.ofMillis(50));
        }
    }

    public static void until(String what, Duration patience, BooleanSupplier condition) {
        forValue(what, patience, () -> condition.getAsBoolean() ? Boolean.TRUE : null);
    }

    public static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StepFailure("interrupted");
        }
    }
}

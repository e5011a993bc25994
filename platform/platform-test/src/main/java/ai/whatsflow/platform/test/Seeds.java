package ai.whatsflow.platform.test;

import java.util.Random;
import java.util.function.Consumer;

/**
 * Property tests: the same check under many seeded random inputs. A failure names its seed; {@code -Dseed=<n>} replays
 * just that one.
 */
public final class Seeds {

    private Seeds() {}

    public static void check(int rounds, Consumer<Random> property) {
        String replay = System.getProperty("seed");
        long first = replay == null ? System.nanoTime() : Long.parseLong(replay);
        for (long seed = first; seed < first + (replay == null ? rounds : 1); seed++) {
            try {
                property.accept(new Random(seed));
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("broken with -Dseed=" + seed + ": " + broken.getMessage(), broken);
            }
        }
    }
}

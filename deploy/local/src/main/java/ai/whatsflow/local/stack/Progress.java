package ai.whatsflow.local.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** One line per thing that happens, with the seconds it took. */
public final class Progress {

    private final PrintStream out;

    public Progress(PrintStream out) {
        this.out = out;
    }

    void timed(String name, String what, Runnable action) {
        long start = System.nanoTime();
        action.run();
        done(name, what, Duration.ofNanos(System.nanoTime() - start));
    }

    synchronized void done(String name, String what, Duration took) {
        out.printf(Locale.ROOT, "  %-24s %-22s %6.1f s%n", name, what, took.toMillis() / 1000.0);
        out.flush();
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }
}

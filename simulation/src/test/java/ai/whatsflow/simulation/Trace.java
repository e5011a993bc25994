package ai.whatsflow.simulation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The last steps of a run, and a digest of all of them: equal digests mean equal histories. */
public final class Trace {

    /** {@code -Dtrace=100000} shows a whole history. */
    private static final int KEPT = Integer.getInteger("trace", 80);

    private final long[] times = new long[KEPT];
    private final @Nullable Process[] processes = new @Nullable Process[KEPT];
    private final String[] whats = new String[KEPT];
    private final @Nullable Object[] abouts = new @Nullable Object[KEPT];
    private int steps;
    private long digest;

    void add(long now, @Nullable Process process, String what, @Nullable Object about) {
        int slot = steps++ % KEPT;
        times[slot] = now;
        processes[slot] = process;
        whats[slot] = what;
        abouts[slot] = about;
        digest = digest * 1_000_003 + now * 31 + what.hashCode();
    }

    /** Something that is worth seeing within the current step. */
    public void note(String what, @Nullable Object about) {
        add(times[Math.floorMod(steps - 1, KEPT)], null, what, about);
    }

    int steps() {
        return steps;
    }

    long digest() {
        return digest;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int step = Math.max(0, steps - KEPT); step < steps; step++) {
            int slot = step % KEPT;
            text.append(String.format(
                    Locale.ROOT,
                    "%7d %11.6f s  %-14s %s%s%n",
                    step,
                    times[slot] / 1e9,
                    processes[slot] == null ? "" : processes[slot],
                    whats[slot],
                    abouts[slot] == null ? "" : " " + abouts[slot]));
        }
        return text.toString();
    }
}

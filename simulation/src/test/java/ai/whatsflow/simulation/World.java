package ai.whatsflow.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time. Steps happen one after another in the order of their times; what falls on the same moment happens in
 * an order that the seed decides. A step belongs to a process: a dead one's steps are gone, a frozen one's wait.
 */
public final class World {

    private static final Instant BEGINNING = Instant.parse("2030-01-01T00:00:00Z");

    private record Step(
            long at,
            int tie,
            long number,
            @Nullable Process process,
            String what,
            @Nullable Object about,
            Runnable run) implements Comparable<Step> {

        @Override
        public int compareTo(Step other) {
            int order = Long.compare(at, other.at);
            if (order == 0) {
                order = Integer.compare(tie, other.tie);
            }
            return order == 0 ? Long.compare(number, other.number) : order;
        }
    }

    public final long seed;
    public final RandomGenerator random;
    public final Trace trace = new Trace();
    private final PriorityQueue<Step> steps = new PriorityQueue<>(256);
    private long now;
    private long scheduled;
    private boolean over;

    public World(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    public long now() {
        return now;
    }

    public Instant instant() {
        return BEGINNING.plusNanos(now);
    }

    /** A wall clock that is so far ahead. */
    public Clock clock(Duration ahead) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return World.this.instant().plus(ahead);
            }
        };
    }

    /** @param about what the step is about, for the trace only */
    public void after(long nanos, @Nullable Process process, String what, @Nullable Object about, Runnable run) {
        steps.add(new Step(now + Math.max(0, nanos), random.nextInt(), scheduled++, process, what, about, run));
    }

    /** Until {@link #stop}, or until nothing is left to happen. */
    void run(Runnable afterEach) {
        while (!over) {
            Step step = steps.poll();
            if (step == null) {
                return;
            }
            Process process = step.process();
            if (process != null && process.isDead()) {
                continue;
            }
            if (process != null && process.frozenUntil() > step.at()) {
                steps.add(new Step(
                        process.frozenUntil(),
                        step.tie(),
                        step.number(),
                        process,
                        step.what(),
                        step.about(),
                        step.run()));
                continue;
            }
            now = step.at();
            trace.add(now, process, step.what(), step.about());
            step.run().run();
            afterEach.run();
        }
    }

    void stop() {
        over = true;
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public long between(long shortestNanos, long longestNanos) {
        return shortestNanos >= longestNanos ? shortestNanos : random.nextLong(shortestNanos, longestNanos);
    }

    public static long millis(long millis) {
        return millis * 1_000_000;
    }
}

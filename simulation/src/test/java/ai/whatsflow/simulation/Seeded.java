package ai.whatsflow.simulation;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What one seed decides about its world besides the order of things.
 *
 * @param cautious how many of the sessions have an engine that must not send twice
 * @param trouble how probable it is that a request is lost, late or slow
 * @param faults how many things break
 */
record Seeded(int machines, int sessions, int cautious, int replicas, int messages, int faults, double trouble) {

    static Seeded by(long seed) {
        return by(seed, new SplittableRandom(seed));
    }

    static Seeded by(long seed, RandomGenerator random) {
        int machines = random.nextInt(2, 4);
        int sessions = random.nextInt(1, 4);
        return new Seeded(
                machines,
                sessions,
                cautious(seed, sessions),
                random.nextInt(1, 3),
                random.nextInt(4, 28),
                random.nextInt(1, 8),
                random.nextInt(4) == 0 ? 0 : random.nextDouble(0.12));
    }

    /** Drawn apart, so that the histories of all other seeds are what they were without. */
    private static int cautious(long seed, int sessions) {
        RandomGenerator random = new SplittableRandom(~seed);
        return random.nextInt(4) == 0 ? random.nextInt(1, sessions + 1) : 0;
    }

    /** Sessions are numbered from 1. */
    String engineOf(int session) {
        return session <= cautious ? Settings.CAUTIOUS_ENGINE : Settings.ENGINE;
    }
}

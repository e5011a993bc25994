package ai.whatsflow.simulation;

import java.util.random.RandomGenerator;

/**
 * What one seed decides about its world besides the order of things.
 *
 * @param trouble how probable it is that a request is lost, late or slow
 * @param faults how many things break
 */
record Seeded(int machines, int sessions, int replicas, int messages, int faults, double trouble) {

    static Seeded by(RandomGenerator random) {
        return new Seeded(
                random.nextInt(2, 4),
                random.nextInt(1, 4),
                random.nextInt(1, 3),
                random.nextInt(4, 28),
                random.nextInt(1, 8),
                random.nextInt(4) == 0 ? 0 : random.nextDouble(0.12));
    }
}

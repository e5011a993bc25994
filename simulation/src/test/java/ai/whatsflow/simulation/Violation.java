package ai.whatsflow.simulation;

/** Something that must never happen has happened. */
public final class Violation extends AssertionError {

    private static final long serialVersionUID = 1;

    private final long seed;

    public Violation(String what) {
        super(what);
        this.seed = -1;
    }

    Violation(long seed, String history, Throwable cause) {
        super(history, cause);
        this.seed = seed;
    }

    long seed() {
        return seed;
    }
}

package ai.whatsflow.simulation;

/** One run of a program: it dies once, and may be frozen for a while any number of times. */
public final class Process {

    private final String name;
    private boolean dead;
    private long frozenUntil;

    public Process(String name) {
        this.name = name;
    }

    public boolean isDead() {
        return dead;
    }

    public long frozenUntil() {
        return frozenUntil;
    }

    public boolean isFrozenAt(long now) {
        return frozenUntil > now;
    }

    void kill() {
        dead = true;
    }

    void freezeUntil(long moment) {
        frozenUntil = Math.max(frozenUntil, moment);
    }

    @Override
    public String toString() {
        return name;
    }
}

package ai.whatsflow.billing.simulation;

import ai.whatsflow.billing.memory.Interruptions;
import java.util.Random;
import org.springframework.dao.TransientDataAccessResourceException;

/** Where chance comes in between; none once it is told to rest. */
final class Chances implements Interruptions {

    private final Random random;
    private final Promises promises;
    private final Runnable others;
    private boolean resting = true;

    Chances(Random random, Promises promises, Runnable others) {
        this.random = random;
        this.promises = promises;
        this.others = others;
    }

    void rest(boolean rest) {
        resting = rest;
    }

    /** Whether something of that probability in a hundred happens. */
    boolean happens(int percent) {
        return !resting && random.nextInt(100) < percent;
    }

    void maybeCrash() {
        if (happens(3)) {
            throw new Crash();
        }
    }

    @Override
    public void beforeCommit() {
        maybeCrash();
        if (happens(2)) {
            throw new TransientDataAccessResourceException("the connection is gone");
        }
    }

    @Override
    public void afterCommit() {
        promises.check();
        maybeCrash();
    }

    @Override
    public void waiting() {
        if (happens(15)) {
            others.run();
        }
    }
}

package ai.whatsflow.node.engine.simulated;

import java.util.function.LongConsumer;

/** Says "everything through n" with the highest n so far, without making the caller wait for the socket. Thread-safe. */
final class CumulativeAcknowledgement {

    private final LongConsumer say;
    private long highest;
    private long said;
    private boolean saying;

    CumulativeAcknowledgement(LongConsumer say) {
        this.say = say;
    }

    synchronized void through(long seq) {
        highest = Math.max(highest, seq);
        if (!saying && highest > said) {
            saying = true;
            Thread.ofVirtual().name("simulated-received").start(this::run);
        }
    }

    private void run() {
        for (long next = next(); next > 0; next = next()) {
            say.accept(next);
        }
    }

    private synchronized long next() {
        if (highest == said) {
            saying = false;
            return 0;
        }
        said = highest;
        return highest;
    }
}

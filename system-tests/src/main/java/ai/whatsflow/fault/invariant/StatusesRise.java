package ai.whatsflow.fault.invariant;

import java.util.List;

/** Seen once a second in the database while everything broke. */
final class StatusesRise implements Invariant {

    @Override
    public String sentence() {
        return "no status ever went down";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        return evidence.watch().falls();
    }
}

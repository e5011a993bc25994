package ai.whatsflow.billing.memory;

import java.util.UUID;

/** The lock is held by a transaction that can only go on when this one has made way; the step is given up. */
public final class Blocked extends Error {

    Blocked(UUID accountId) {
        super("blocked by the holder of " + accountId, null, false, false);
    }
}

package ai.whatsflow.billing.wallet;

import java.util.Optional;
import java.util.UUID;

/** Holds end once: captured or released. */
interface WalletHolds {

    void insert(WalletHold hold);

    /** Ends a hold that is still open and answers with it; empty if it was ended before. */
    Optional<WalletHold> end(UUID holdId, String status);
}

package ai.whatsflow.billing.wallet;

import ai.whatsflow.billing.ledger.Entry;
import ai.whatsflow.billing.ledger.EntryKind;
import ai.whatsflow.billing.ledger.Ledger;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives back what a hold set aside; a hold that has ended stays as it is. */
@Component
public class ReleaseHold {

    private final WalletHolds holds;
    private final Ledger ledger;

    ReleaseHold(WalletHolds holds, Ledger ledger) {
        this.holds = holds;
        this.ledger = ledger;
    }

    public void release(UUID holdId) {
        holds.end(holdId, "RELEASED")
                .ifPresent(
                        hold -> ledger.post(Entry.of(EntryKind.RELEASE, holdId).with(hold.releaseLegs())));
    }
}

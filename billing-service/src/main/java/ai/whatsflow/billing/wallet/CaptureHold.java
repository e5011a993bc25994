package ai.whatsflow.billing.wallet;

import ai.whatsflow.billing.ledger.Leg;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Spends what a hold set aside. The legs belong into the entry of what was bought. */
@Component
public class CaptureHold {

    private final WalletHolds holds;

    CaptureHold(WalletHolds holds) {
        this.holds = holds;
    }

    /** @throws IllegalStateException if the hold has ended: a hold is captured once */
    public Captured capture(UUID holdId) {
        WalletHold hold = holds.end(holdId, "CAPTURED")
                .orElseThrow(() -> new IllegalStateException("hold " + holdId + " has ended before"));
        return new Captured(hold.split(), hold.captureLegs());
    }

    public record Captured(CreditSplit split, List<Leg> legs) {}
}

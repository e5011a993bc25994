package ai.whatsflow.billing.wallet;

import ai.whatsflow.billing.Ids;
import ai.whatsflow.billing.ledger.Entry;
import ai.whatsflow.billing.ledger.EntryKind;
import ai.whatsflow.billing.ledger.Ledger;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What could have been written in place of the wallet package's own; the simulation has to notice. */
public final class WalletFaults {

    private WalletFaults() {}

    /** Forgets to say that the hold has ended. */
    public static final class LeavesHoldsOpen extends InMemoryWalletHolds {

        LeavesHoldsOpen(InMemoryDatabase database) {
            super(database);
        }

        @Override
        public Optional<WalletHold> end(UUID holdId, String status) {
            return super.end(holdId, "HELD");
        }
    }

    /** Gives back twice. */
    public static final class ReleasesTwice extends ReleaseHold {

        private final WalletHolds holds;
        private final Ledger ledger;

        ReleasesTwice(WalletHolds holds, Ledger ledger) {
            super(holds, ledger);
            this.holds = holds;
            this.ledger = ledger;
        }

        @Override
        public void release(UUID holdId) {
            holds.end(holdId, "RELEASED")
                    .ifPresent(hold -> List.of(holdId, Ids.next())
                            .forEach(reference -> ledger.post(
                                    Entry.of(EntryKind.RELEASE, reference).with(hold.releaseLegs()))));
        }
    }

    /** Spends twice what was set aside. */
    public static final class CapturesTwice extends CaptureHold {

        CapturesTwice(WalletHolds holds) {
            super(holds);
        }

        @Override
        public Captured capture(UUID holdId) {
            Captured once = super.capture(holdId);
            return new Captured(
                    once.split(),
                    Stream.concat(once.legs().stream(), once.legs().stream()).toList());
        }
    }
}

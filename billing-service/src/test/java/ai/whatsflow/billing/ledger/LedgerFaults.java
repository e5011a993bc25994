package ai.whatsflow.billing.ledger;

import ai.whatsflow.billing.Ids;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import java.util.UUID;

/** What could have been written in place of the ledger package's own; the simulation has to notice. */
public final class LedgerFaults {

    private LedgerFaults() {}

    /** Posts one leg only. */
    public static class PostsOneLeg extends InMemoryJournal {

        PostsOneLeg(InMemoryDatabase database) {
            super(database);
        }

        @Override
        public UUID post(Entry entry) {
            if (entry.kind() != EntryKind.PURCHASE) {
                return super.post(entry);
            }
            write(new Entry(entry.kind(), entry.reference(), entry.legs().subList(0, 1)));
            return Ids.next();
        }
    }

    /** Does not know what it has posted. */
    public static class PostsAgain extends InMemoryJournal {

        PostsAgain(InMemoryDatabase database) {
            super(database);
        }

        @Override
        public UUID post(Entry entry) {
            UUID reference = super.holds(entry.kind(), entry.reference()) ? Ids.next() : entry.reference();
            return super.post(new Entry(entry.kind(), reference, entry.legs()));
        }

        @Override
        public boolean holds(EntryKind kind, UUID reference) {
            return false;
        }
    }
}

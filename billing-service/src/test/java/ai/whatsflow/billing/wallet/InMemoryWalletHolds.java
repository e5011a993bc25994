package ai.whatsflow.billing.wallet;

import ai.whatsflow.billing.memory.InMemory;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.memory.Table;
import java.util.Optional;
import java.util.UUID;

@InMemory
public class InMemoryWalletHolds implements WalletHolds {

    private final Table<UUID, Row> rows;

    InMemoryWalletHolds(InMemoryDatabase database) {
        this.rows = database.table();
    }

    /** HELD, CAPTURED or RELEASED. */
    public String status(UUID holdId) {
        return rows.get(holdId).status;
    }

    @Override
    public void insert(WalletHold hold) {
        rows.insert(hold.id(), new Row(hold, "HELD"));
    }

    @Override
    public Optional<WalletHold> end(UUID holdId, String status) {
        Optional<Row> open = rows.find(holdId).filter(row -> row.status.equals("HELD"));
        open.ifPresent(row -> rows.put(holdId, new Row(row.hold, status)));
        return open.map(Row::hold);
    }

    record Row(WalletHold hold, String status) {}
}

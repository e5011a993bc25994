package ai.whatsflow.billing.simulation;

import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.memory.Table;
import java.util.UUID;

/** Events whose effects are committed, by group. */
class SimulatedInbox {

    private final Table<Key, Boolean> rows;

    SimulatedInbox(InMemoryDatabase database) {
        this.rows = database.table();
    }

    boolean claim(String group, UUID eventId) {
        Key key = new Key(group, eventId);
        if (rows.find(key).isPresent()) {
            return false;
        }
        rows.insert(key, true);
        return true;
    }

    record Key(String group, UUID eventId) {}
}

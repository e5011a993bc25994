package ai.whatsflow.instance.dispatch;

import ai.whatsflow.simulation.Tables;
import ai.whatsflow.simulation.Tables.DispatchRow;
import java.util.ArrayList;
import java.util.List;

class InMemoryStatusLedger implements StatusLedger {

    private final Tables tables;

    InMemoryStatusLedger(Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<Risen> raise(List<Rise> rises) {
        List<Risen> risen = new ArrayList<>();
        for (Rise rise : rises) {
            DispatchRow row = tables.dispatches.get(rise.messageId());
            if (row != null && row.instanceId.equals(rise.instanceId()) && mayRise(row.status, rise.to())) {
                risen.add(new Risen(row.messageId, row.instanceId, row.accountId, row.status, rise.reason()));
                row.status = rise.to();
                row.reason = rise.reason();
            }
        }
        return risen;
    }

    boolean mayRise(DispatchStatus from, DispatchStatus to) {
        return from.rank() < to.rank();
    }
}

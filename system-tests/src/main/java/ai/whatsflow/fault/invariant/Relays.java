package ai.whatsflow.fault.invariant;

import ai.whatsflow.demo.StepFailure;
import ai.whatsflow.fault.process.Strike;
import java.sql.SQLException;

/** The relays of the services, by their databases. */
public record Relays(Databases databases) implements Strike.RelayWatch {

    @Override
    public boolean drained(String service) {
        try {
            return databases.rows(service, NothingIsStuck.NOT_RELAYED).isEmpty();
        } catch (SQLException gone) {
            throw new StepFailure("the database of " + service + " does not answer: " + gone);
        }
    }
}

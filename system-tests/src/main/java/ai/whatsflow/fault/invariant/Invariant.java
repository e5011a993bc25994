package ai.whatsflow.fault.invariant;

import java.sql.SQLException;
import java.util.List;

/** A sentence about the platform that is true whatever broke. */
public interface Invariant {

    String sentence();

    /** What contradicts it; what is only late is asked again later. */
    List<String> violations(Evidence evidence) throws SQLException;
}

package ai.whatsflow.instance.instance;

import java.util.UUID;

/** Whoever looks at an instance live, on this replica. Never blocks, never fails. */
public interface InstanceWatchers {

    /** A newer state of this instance has been committed, by any replica. */
    void changed(UUID instanceId);
}

package ai.whatsflow.serverregistry.server;

import java.util.UUID;

/** Whoever looks at servers live, on this replica. Never blocks, never fails. */
public interface ServerWatchers {

    /** A newer state of this server has been committed, by any replica. */
    void changed(UUID serverId);
}

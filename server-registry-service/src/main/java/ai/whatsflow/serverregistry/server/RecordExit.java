package ai.whatsflow.serverregistry.server;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The supervisor of a node has seen its process end: proof that the sessions of that run are free. */
@Service
public class RecordExit {

    private final ServerChanges changes;

    RecordExit(ServerChanges changes) {
        this.changes = changes;
    }

    @Transactional
    public void record(UUID serverId, UUID bootId) {
        changes.apply(serverId, (server, now) -> server.exited(bootId));
    }
}

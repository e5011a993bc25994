package ai.whatsflow.serverregistry.server;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a server out of service or puts it back; asking twice changes nothing. */
@Service
public class SetMaintenance {

    private final ServerChanges changes;

    SetMaintenance(ServerChanges changes) {
        this.changes = changes;
    }

    @Transactional
    public Server set(UUID serverId, boolean enabled) {
        return changes.apply(serverId, (server, now) -> server.inMaintenance(enabled));
    }
}

package ai.whatsflow.serverregistry.server;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a key the one that speaks for a server; an earlier key stops doing so. */
@Service
public class AcceptNodeKey {

    private final ServerChanges changes;

    AcceptNodeKey(ServerChanges changes) {
        this.changes = changes;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void accept(UUID serverId, String jwk) {
        changes.apply(serverId, (server, now) -> server.enrolled(jwk));
    }
}

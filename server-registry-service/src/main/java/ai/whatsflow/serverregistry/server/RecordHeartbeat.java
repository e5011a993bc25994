package ai.whatsflow.serverregistry.server;

import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.serverregistry.RegistryProblem;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a node measured; only the run that is registered now is heard. */
@Service
public class RecordHeartbeat {

    private final ServerChanges changes;

    RecordHeartbeat(ServerChanges changes) {
        this.changes = changes;
    }

    @Transactional
    public void record(UUID serverId, UUID bootId, Metrics metrics, boolean draining) {
        changes.apply(serverId, (server, now) -> {
            Boot boot = server.boot();
            if (boot == null || !boot.id().equals(bootId)) {
                throw new ProblemException(
                        RegistryProblem.REGISTER_FIRST, "Register this boot id before its heartbeats.");
            }
            return server.reporting(boot.reporting(metrics, draining, now));
        });
    }
}

package ai.whatsflow.serverregistry.server;

import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.serverregistry.RegistryProblem;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A node's process says that it runs; any older run of the same server has thereby ended. */
@Service
public class RegisterNode {

    /** What a node says about itself when it starts. */
    public record Registration(UUID bootId, String url, List<Engine> engines, Capacity capacity) {}

    private final ServerChanges changes;

    RegisterNode(ServerChanges changes) {
        this.changes = changes;
    }

    @Transactional
    public Server register(UUID serverId, Registration registration) {
        return changes.apply(serverId, (server, now) -> {
            if (server.hasExited(registration.bootId())) {
                throw new ProblemException(
                        RegistryProblem.BOOT_EXITED, "Start the node again; it will choose a new boot id.");
            }
            return server.registered(new Boot(
                    registration.bootId(),
                    registration.url(),
                    registration.engines(),
                    registration.capacity(),
                    now,
                    now,
                    false,
                    null));
        });
    }
}

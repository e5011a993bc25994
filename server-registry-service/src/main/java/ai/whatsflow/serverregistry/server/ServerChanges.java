package ai.whatsflow.serverregistry.server;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one way to change a server: lock, transition, derive the status, store, publish what others act on. */
@Component
class ServerChanges {

    private final Servers servers;
    private final HealthStream stream;
    private final HealthProperties properties;

    ServerChanges(Servers servers, HealthStream stream, HealthProperties properties) {
        this.servers = servers;
        this.stream = stream;
        this.properties = properties;
    }

    /**
     * Applies the transition to the locked server, with the database's time.
     *
     * @throws ProblemException 404 if there is no such server
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Server apply(UUID serverId, BiFunction<Server, Instant, Server> transition) {
        Server before = servers.lock(serverId)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND, "There is no such server."));
        Instant now = servers.now();
        return store(before, transition.apply(before, now), now);
    }

    public Server store(Server before, Server changed, Instant now) {
        Server after = changed.assessed(properties, now);
        Publication publication = Publication.of(before, after, now, properties.reportInterval());
        if (publication != Publication.NONE) {
            after = after.published(now);
            stream.publish(after, publication);
        }
        if (!after.equals(before)) {
            servers.save(after);
        }
        return after;
    }
}

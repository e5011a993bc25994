package ai.whatsflow.serverregistry.enrolment;

import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.serverregistry.RegistryProblem;
import ai.whatsflow.serverregistry.server.Capacity;
import ai.whatsflow.serverregistry.server.Servers;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a server together with the token that enrols its node. */
@Service
public class CreateServer {

    /** The new server and its secret, which is shown once. */
    public record CreatedServer(UUID serverId, EnrolmentToken token) {}

    private final Servers servers;
    private final EnrolmentTokens tokens;
    private final EnrolmentProperties properties;

    CreateServer(Servers servers, EnrolmentTokens tokens, EnrolmentProperties properties) {
        this.servers = servers;
        this.tokens = tokens;
        this.properties = properties;
    }

    @Transactional
    public CreatedServer create(String name, Capacity limits, UUID createdBy) {
        UUID serverId = servers.insert(name, limits, createdBy)
                .orElseThrow(() -> new ProblemException(
                                RegistryProblem.SERVER_NAME_TAKEN,
                                "Choose another name, or use the server that has it.")
                        .at("/name", "is taken"));
        EnrolmentToken token = EnrolmentToken.random();
        tokens.replace(serverId, token, properties.tokenLifetime(), createdBy);
        return new CreatedServer(serverId, token);
    }
}

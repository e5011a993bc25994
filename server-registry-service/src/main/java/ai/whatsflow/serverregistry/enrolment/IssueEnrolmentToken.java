package ai.whatsflow.serverregistry.enrolment;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.serverregistry.server.Servers;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A new one-time token for a server whose node is set up again; an unused older one stops working. */
@Service
public class IssueEnrolmentToken {

    private final Servers servers;
    private final EnrolmentTokens tokens;
    private final EnrolmentProperties properties;

    IssueEnrolmentToken(Servers servers, EnrolmentTokens tokens, EnrolmentProperties properties) {
        this.servers = servers;
        this.tokens = tokens;
        this.properties = properties;
    }

    @Transactional
    public EnrolmentToken issue(UUID serverId, UUID issuedBy) {
        if (servers.find(serverId).isEmpty()) {
            throw new ProblemException(PlatformProblem.NOT_FOUND, "There is no such server.");
        }
        EnrolmentToken token = EnrolmentToken.random();
        tokens.replace(serverId, token, properties.tokenLifetime(), issuedBy);
        return token;
    }
}

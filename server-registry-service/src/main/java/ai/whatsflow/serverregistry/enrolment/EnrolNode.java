package ai.whatsflow.serverregistry.enrolment;

import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.serverregistry.RegistryProblem;
import ai.whatsflow.serverregistry.server.AcceptNodeKey;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Exchanges a one-time token for the right of a key to speak for the server. */
@Service
public class EnrolNode {

    private static final Logger log = LoggerFactory.getLogger(EnrolNode.class);

    private final EnrolmentTokens tokens;
    private final AcceptNodeKey acceptNodeKey;
    private final MeterRegistry metrics;

    EnrolNode(EnrolmentTokens tokens, AcceptNodeKey acceptNodeKey, MeterRegistry metrics) {
        this.tokens = tokens;
        this.acceptNodeKey = acceptNodeKey;
        this.metrics = metrics;
    }

    @Transactional
    public UUID enrol(EnrolmentToken token, NodeKey key) {
        UUID serverId = tokens.redeem(token).orElseThrow(() -> {
            metrics.counter("registry.enrolment.refused").increment();
            log.warn("enrolment refused: the token is unknown, used or expired");
            return new ProblemException(
                    RegistryProblem.ENROLMENT_REFUSED, "The token is unknown, was used before, or has expired.");
        });
        acceptNodeKey.accept(serverId, key.json());
        log.info("node of server {} enrolled with key {}", serverId, key.keyId());
        return serverId;
    }
}

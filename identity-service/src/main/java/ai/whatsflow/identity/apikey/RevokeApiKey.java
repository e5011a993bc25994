package ai.whatsflow.identity.apikey;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
public class RevokeApiKey {

    private final ApiKeys keys;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RevokeApiKey(ApiKeys keys, ApplicationEventPublisher events, Clock clock) {
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    /** Revoking a revoked key changes nothing. */
    @Transactional
    public void revoke(Caller caller, UUID id) {
        ManagedByPeople.require(caller, "api-keys:delete");
        ApiKey key = keys.lock(caller.accountId(), id)
                .orElseThrow(() ->
                        new ProblemException(PlatformProblem.NOT_FOUND, "There is no such API key, or not yours."));
        if (key.status() == ApiKeyStatus.REVOKED) {
            return;
        }
        ApiKey revoked = key.revoked(clock.instant().truncatedTo(ChronoUnit.MICROS));
        keys.update(revoked);
        events.publishEvent(new ApiKeyRevoked(revoked));
    }
}

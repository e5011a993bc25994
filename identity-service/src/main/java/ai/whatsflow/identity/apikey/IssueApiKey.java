package ai.whatsflow.identity.apikey;

import ai.whatsflow.identity.IdentityProblem;
import ai.whatsflow.identity.NewId;
import ai.whatsflow.identity.permission.Permission;
import ai.whatsflow.identity.permission.PermissionCatalogue;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person issues a key for programs that act in the person's name, with no more than the person may do. */
@Component
public class IssueApiKey {

    private final ApiKeys keys;
    private final ApiKeyHasher hasher;
    private final ApiKeyProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IssueApiKey(
            ApiKeys keys,
            ApiKeyHasher hasher,
            ApiKeyProperties properties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.keys = keys;
        this.hasher = hasher;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public IssuedApiKey issue(Caller caller, String name, List<String> scopes) {
        ManagedByPeople.require(caller, "api-keys:create");
        checkScopes(caller, scopes);
        keys.lockAccount(caller.accountId());
        if (keys.countActive(caller.accountId()) >= properties.limitPerAccount()) {
            throw new ProblemException(IdentityProblem.API_KEY_LIMIT_REACHED, "Revoke a key that is not needed.")
                    .with("limit", properties.limitPerAccount());
        }
        ApiKeyText text = ApiKeyText.generate();
        ApiKey key = new ApiKey(
                NewId.next(),
                caller.accountId(),
                caller.userId(),
                name.strip(),
                text.prefix(),
                scopes.stream().distinct().sorted().toList(),
                ApiKeyStatus.ACTIVE,
                1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                null);
        keys.insert(key, hasher.hash(text));
        events.publishEvent(new ApiKeyIssued(key));
        return new IssuedApiKey(key, text.reveal());
    }

    private static void checkScopes(Caller caller, List<String> scopes) {
        ProblemException unknown = null;
        ProblemException notHeld = null;
        for (int i = 0; i < scopes.size(); i++) {
            if (!PermissionCatalogue.knows(scopes.get(i))) {
                unknown = unknown == null
                        ? new ProblemException(
                                PlatformProblem.INVALID, "See errors; each names a field and what would be right.")
                        : unknown;
                unknown.at("/scopes/" + i, "There is no such permission.");
            } else if (!Permission.covered(scopes.get(i), caller.permissions())) {
                notHeld = notHeld == null
                        ? new ProblemException(
                                IdentityProblem.PERMISSION_NOT_HELD, "A key can't do more than its user.")
                        : notHeld;
                notHeld.at("/scopes/" + i, "You don't hold this permission.");
            }
        }
        if (unknown != null) {
            throw unknown;
        }
        if (notHeld != null) {
            throw notHeld;
        }
    }
}

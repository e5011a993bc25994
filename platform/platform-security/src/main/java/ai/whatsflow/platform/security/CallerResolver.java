package ai.whatsflow.platform.security;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Makes a {@link Caller} of a verified token, or says why not. Thread-safe. */
public class CallerResolver {

    private final AccountDirectory directory;

    CallerResolver(AccountDirectory directory) {
        this.directory = directory;
    }

    /**
     * @throws ProblemException 401 without a token or when the sessions were revoked, 403 when the account is not known
     *     or suspended, the user disabled, or the token is a service's
     */
    public Caller resolve(@Nullable Authentication authentication) {
        Jwt token = tokenOf(authentication);
        UUID userId = uuid(token, TokenClaims.USER_ID);
        UUID accountId = uuid(token, TokenClaims.ACCOUNT_ID);
        if (userId == null || accountId == null) {
            throw new ProblemException(PlatformProblem.FORBIDDEN, "This is for people and API keys.");
        }
        UserStateV1 user = directory.user(userId).orElseThrow(CallerResolver::unknown);
        Account account = directory.find(user.accountId()).orElseThrow(CallerResolver::unknown);
        if (!account.id().equals(accountId) || user.status() != UserStateV1.Status.ACTIVE) {
            throw new ProblemException(PlatformProblem.FORBIDDEN, "This user is disabled.");
        }
        if (revoked(token, user.sessionsRevokedAt())) {
            throw new ProblemException(PlatformProblem.UNAUTHENTICATED, "Your session was ended. Sign in again.");
        }
        if (!directory.isActive(account.id())) {
            throw new ProblemException(PlatformProblem.ACCOUNT_SUSPENDED, "Ask whoever sold you this service.");
        }
        Set<String> permissions = directory.permissionsOf(user);
        if (!TokenClaims.isApiKeyToken(token)) {
            return new Caller(userId, account, user.tier(), permissions, null, directory);
        }
        Set<String> effective = Permissions.intersect(permissions, scopes(token));
        return new Caller(userId, account, user.tier(), effective, UUID.fromString(token.getSubject()), directory);
    }

    /** The service that calls, or null when a person or an API key does. */
    static @Nullable ServiceCaller service(@Nullable Authentication authentication) {
        if (authentication instanceof JwtAuthenticationToken jwt
                && jwt.getToken().getClaimAsString(TokenClaims.ACCOUNT_ID) == null
                && !TokenClaims.isApiKeyToken(jwt.getToken())) {
            String client = jwt.getToken().getClaimAsString(TokenClaims.CLIENT);
            return client == null ? null : new ServiceCaller(client);
        }
        return null;
    }

    private static Jwt tokenOf(@Nullable Authentication authentication) {
        if (authentication instanceof JwtAuthenticationToken jwt) {
            return jwt.getToken();
        }
        throw new ProblemException(PlatformProblem.UNAUTHENTICATED, "Send an access token.");
    }

    private static boolean revoked(Jwt token, @Nullable Instant revokedAt) {
        return revokedAt != null
                && token.getIssuedAt() != null
                && token.getIssuedAt().isBefore(revokedAt.truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }

    private static Set<String> scopes(Jwt token) {
        String scope = token.getClaimAsString("scope");
        return scope == null
                ? Set.of()
                : Arrays.stream(scope.split(" "))
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.toSet());
    }

    private static @Nullable UUID uuid(Jwt token, String claim) {
        try {
            String text = token.getClaimAsString(claim);
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static ProblemException unknown() {
        return new ProblemException(
                        PlatformProblem.ACCOUNT_UNKNOWN, "If it was registered this moment, try again in a second.")
                .retryAfter(Duration.ofSeconds(1));
    }
}

package ai.whatsflow.gateway.access;

import ai.whatsflow.gateway.apikey.ApiKeyFormat;
import ai.whatsflow.gateway.problem.GatewayProblem;
import ai.whatsflow.gateway.problem.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** What a request shows to say who calls. Query parameters are never looked at. */
sealed interface Credential {

    String SCHEME = "Bearer ";

    /** @param header the whole Authorization header */
    record AccessToken(String header) implements Credential {

        String token() {
            return header.substring(SCHEME.length()).strip();
        }
    }

    record ApiKey(String key) implements Credential {}

    /** @throws Rejection 401 when there is none, more than one, or one of an unknown scheme */
    static Credential of(HttpHeaders headers) {
        String apiKey = single(headers.get("X-API-Key"));
        String authorization = single(headers.get(HttpHeaders.AUTHORIZATION));
        if (apiKey != null && authorization != null) {
            throw refuse("Send either an access token or an API key, not both.");
        }
        if (apiKey != null) {
            return new ApiKey(apiKey.strip());
        }
        if (authorization == null) {
            throw refuse("Send an access token or an API key.");
        }
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw refuse("Only bearer tokens are read here.");
        }
        return authorization.startsWith(ApiKeyFormat.PREFIX, SCHEME.length())
                ? new ApiKey(authorization.substring(SCHEME.length()).strip())
                : new AccessToken(authorization);
    }

    private static @Nullable String single(@Nullable List<String> values) {
        if (values == null || values.isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            throw refuse("Send one credential only.");
        }
        return values.getFirst();
    }

    private static Rejection refuse(String detail) {
        return Rejection.of(GatewayProblem.UNAUTHENTICATED, detail);
    }
}

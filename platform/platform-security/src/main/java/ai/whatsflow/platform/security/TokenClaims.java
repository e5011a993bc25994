package ai.whatsflow.platform.security;

import org.springframework.security.oauth2.jwt.Jwt;

/** Names of the claims that Keycloak's mappers and identity-service write. */
final class TokenClaims {

    static final String USER_ID = "uid";
    static final String ACCOUNT_ID = "aid";
    static final String CLIENT = "azp";
    static final String AUDIENCE = "whatsflow-api";

    /** Marks tokens of identity-service; set by the decoder, so a token can't claim it. */
    static final String INTERNAL = "ai.whatsflow.internal";

    private TokenClaims() {}

    static boolean isApiKeyToken(Jwt token) {
        return Boolean.TRUE.equals(token.getClaim(INTERNAL));
    }
}

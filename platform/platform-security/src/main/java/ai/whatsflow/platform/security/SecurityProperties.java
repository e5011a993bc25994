package ai.whatsflow.platform.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code whatsflow.security}.
 *
 * @param keycloakIssuer issuer of people's and services' tokens
 * @param internalIssuer issuer of API-key tokens: identity-service's base URL
 * @param clientId this service's Keycloak client; the application's name unless set
 * @param clientSecret its secret, for tokens of its own
 * @param publicPaths path patterns that need no token
 */
@ConfigurationProperties("whatsflow.security")
public record SecurityProperties(
        String keycloakIssuer,
        String internalIssuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @DefaultValue({}) List<String> publicPaths) {

    String keycloakJwks() {
        return keycloakIssuer + "/protocol/openid-connect/certs";
    }

    String keycloakTokens() {
        return keycloakIssuer + "/protocol/openid-connect/token";
    }

    String internalJwks() {
        return internalIssuer + "/internal/v1/jwks.json";
    }
}

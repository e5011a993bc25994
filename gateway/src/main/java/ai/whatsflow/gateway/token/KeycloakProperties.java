package ai.whatsflow.gateway.token;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keycloakIssuer the realm's URL, and the {@code iss} of its tokens
 * @param keycloakJwksUri where its keys are, when not at the realm's usual place
 * @param keycloakTokenUri where it gives tokens, when not at the realm's usual place
 * @param clientId the gateway's own client
 */
@ConfigurationProperties("whatsflow.security")
public record KeycloakProperties(
        String keycloakIssuer,
        @Nullable String keycloakJwksUri,
        @Nullable String keycloakTokenUri,
        @DefaultValue("gateway") String clientId,
        @DefaultValue("") String clientSecret) {

    public String jwksUri() {
        return keycloakJwksUri != null ? keycloakJwksUri : keycloakIssuer + "/protocol/openid-connect/certs";
    }

    public String tokenUri() {
        return keycloakTokenUri != null ? keycloakTokenUri : keycloakIssuer + "/protocol/openid-connect/token";
    }
}

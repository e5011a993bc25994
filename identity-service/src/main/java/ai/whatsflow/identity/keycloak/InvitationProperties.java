package ai.whatsflow.identity.keycloak;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code identity.invitation}.
 *
 * @param lifespan how long the mailed link works
 * @param clientId the client to whose pages the link leads back in the end; Keycloak's own page says "done" if absent
 * @param redirectUri the page, one of that client's redirect URIs
 */
@Validated
@ConfigurationProperties("identity.invitation")
public record InvitationProperties(
        @NotNull Duration lifespan,
        @Nullable String clientId,
        @Nullable String redirectUri) {}

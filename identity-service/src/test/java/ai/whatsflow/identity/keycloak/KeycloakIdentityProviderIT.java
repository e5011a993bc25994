package ai.whatsflow.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.whatsflow.identity.provisioning.IdentityProvider;
import ai.whatsflow.identity.provisioning.IdentityProviderContract;
import ai.whatsflow.identity.provisioning.IdentityProviderException;
import ai.whatsflow.identity.support.KeycloakServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;

/** The real Keycloak keeps what the provider in memory keeps. */
class KeycloakIdentityProviderIT extends IdentityProviderContract {

    private final Keycloak keycloak = new KeycloakConfiguration()
            .keycloak(properties(KeycloakServer.shared().url()));
    private final IdentityProvider provider = new KeycloakConfiguration()
            .identityProvider(
                    keycloak,
                    properties(KeycloakServer.shared().url()),
                    new InvitationProperties(Duration.ofHours(1), null, null));

    @AfterEach
    void close() {
        keycloak.close();
    }

    @Override
    protected IdentityProvider provider() {
        return provider;
    }

    @Test
    void saysThatNobodyIsThere() {
        KeycloakProperties nowhere = properties("http://127.0.0.1:1");
        try (Keycloak absent = new KeycloakConfiguration().keycloak(nowhere)) {
            IdentityProvider gone = new KeycloakConfiguration()
                    .identityProvider(absent, nowhere, new InvitationProperties(Duration.ofHours(1), null, null));
            assertThatThrownBy(() -> gone.find("x"))
                    .isInstanceOfSatisfying(
                            IdentityProviderException.class,
                            failure -> assertThat(failure.isRefused()).isFalse());
        }
    }

    private static KeycloakProperties properties(String url) {
        return new KeycloakProperties(
                url,
                "whatsflow",
                "identity-service",
                KeycloakServer.SECRET,
                Duration.ofSeconds(2),
                Duration.ofSeconds(20));
    }
}

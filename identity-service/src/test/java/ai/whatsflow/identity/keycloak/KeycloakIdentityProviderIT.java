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

    private static final InvitationProperties INVITATION = new InvitationProperties(Duration.ofHours(1), null, null);

    private final Keycloak keycloak = client(KeycloakServer.shared().url());
    private final IdentityProvider provider = provider(keycloak);

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
        try (Keycloak absent = client("http://127.0.0.1:1")) {
            assertThatThrownBy(() -> provider(absent).find("x"))
                    .isInstanceOfSatisfying(
                            IdentityProviderException.class,
                            failure -> assertThat(failure.isRefused()).isFalse());
        }
    }

    private static IdentityProvider provider(Keycloak client) {
        return new KeycloakIdentityProvider(() -> client.realm("whatsflow").users(), INVITATION);
    }

    private static Keycloak client(String url) {
        return new KeycloakConfiguration().keycloak(properties(url));
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

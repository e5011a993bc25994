package ai.whatsflow.identity.keycloak;

import ai.whatsflow.identity.provisioning.IdentityProvider;
import jakarta.ws.rs.client.Client;
import java.util.concurrent.TimeUnit;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.ClientBuilderWrapper;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.util.function.SingletonSupplier;

@Configuration(proxyBeanMethods = false)
public class KeycloakConfiguration {

    private static final int JACKSON_PRIORITY = 100;

    /** Made when it is first used: its REST client alone takes a good part of a service's start. */
    @Lazy
    @Bean(destroyMethod = "close")
    Keycloak keycloak(KeycloakProperties properties) {
        Client http = ClientBuilderWrapper.create(null, false)
                .connectTimeout(properties.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(properties.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .register(JacksonProvider.class, JACKSON_PRIORITY)
                .build();
        return KeycloakBuilder.builder()
                .serverUrl(properties.url())
                .realm(properties.realm())
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(properties.clientId())
                .clientSecret(properties.clientSecret())
                .resteasyClient(http)
                .build();
    }

    @Bean
    IdentityProvider identityProvider(
            ObjectProvider<Keycloak> keycloak, KeycloakProperties properties, InvitationProperties invitation) {
        return new KeycloakIdentityProvider(
                SingletonSupplier.of(
                        () -> keycloak.getObject().realm(properties.realm()).users()),
                invitation);
    }
}

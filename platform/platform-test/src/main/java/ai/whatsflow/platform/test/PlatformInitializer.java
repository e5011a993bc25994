package ai.whatsflow.platform.test;

import java.util.Base64;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points a context at the shared servers and at an empty database. */
final class PlatformInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestKafka.shared().clear();
        TestIssuer issuer = TestIssuer.shared();
        TestPropertyValues.of(
                        "spring.datasource.url=" + TestPostgres.createDatabase(),
                        "spring.datasource.username=",
                        "spring.datasource.password=",
                        "spring.kafka.bootstrap-servers=" + TestKafka.shared().bootstrapServers(),
                        "whatsflow.security.keycloak-issuer=" + issuer.keycloakIssuer(),
                        "whatsflow.security.internal-issuer=" + issuer.internalIssuer(),
                        "whatsflow.security.client-secret=test",
                        "whatsflow.encryption.keys=test:" + Base64.getEncoder().encodeToString(new byte[32]))
                .applyTo(context);
    }
}

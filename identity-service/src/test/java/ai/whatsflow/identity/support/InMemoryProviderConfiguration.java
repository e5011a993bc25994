package ai.whatsflow.identity.support;

import ai.whatsflow.identity.provisioning.InMemoryIdentityProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
public class InMemoryProviderConfiguration {

    @Bean
    @Primary
    InMemoryIdentityProvider inMemoryIdentityProvider() {
        return new InMemoryIdentityProvider();
    }
}

package ai.whatsflow.platform.test;

import java.util.Map;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** The beans that {@link PlatformIT} adds. */
@TestConfiguration(proxyBeanMethods = false)
class PlatformTestConfiguration {

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock();
    }

    @Bean
    TestTokens testTokens() {
        return new TestTokens(TestIssuer.shared());
    }

    @Bean
    TestEvents testEvents(JsonMapper mapper, Map<String, HealthIndicator> indicators) {
        return new TestEvents(mapper, indicators.get("replicasHealthIndicator"));
    }

    @Bean
    TestAccounts testAccounts(TestEvents events) {
        return new TestAccounts(events);
    }

    @Bean
    ApiClient apiClient(Environment environment, JsonMapper mapper) {
        return new ApiClient(() -> "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"), mapper);
    }
}

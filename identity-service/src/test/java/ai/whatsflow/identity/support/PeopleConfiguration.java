package ai.whatsflow.identity.support;

import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.TestTokens;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestConfiguration(proxyBeanMethods = false)
public class PeopleConfiguration {

    @Bean
    TestPeople testPeople(ApiClient api, TestTokens tokens, JdbcClient jdbc) {
        return new TestPeople(api, tokens, jdbc);
    }
}

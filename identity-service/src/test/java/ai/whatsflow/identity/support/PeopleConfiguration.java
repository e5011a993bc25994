package ai.whatsflow.identity.support;

import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.TestTokens;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

@TestConfiguration(proxyBeanMethods = false)
public class PeopleConfiguration {

    /** Topics are there before a service starts, as on every platform. */
    @Bean
    KafkaAdmin.NewTopics topics() {
        return new KafkaAdmin.NewTopics(
                Stream.of("identity.account", "identity.user", "identity.permission-set", "identity.api-key")
                        .map(topic -> TopicBuilder.name(topic).partitions(3).build())
                        .toArray(NewTopic[]::new));
    }

    @Bean
    TestPeople testPeople(ApiClient api, TestTokens tokens, JdbcClient jdbc) {
        return new TestPeople(api, tokens, jdbc);
    }
}

package ai.whatsflow.instance.support;

import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;

/** The topics are there before anybody listens, as in production. */
@TestConfiguration(proxyBeanMethods = false)
public class Topics {

    @Bean
    KafkaAdmin.NewTopics topics() {
        return new KafkaAdmin.NewTopics(Stream.of(
                        "identity.account",
                        "identity.user",
                        "identity.permission-set",
                        "billing.subscription",
                        "contact.consent",
                        "messaging.message",
                        "registry.server-health",
                        "instance.session",
                        "instance.dispatch")
                .map(name -> new NewTopic(name, 3, (short) 1))
                .toArray(NewTopic[]::new));
    }
}

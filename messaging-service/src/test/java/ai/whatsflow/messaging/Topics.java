package ai.whatsflow.messaging;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;

/** The topics this service reads and writes, there before it starts, as in every deployment. */
@TestConfiguration(proxyBeanMethods = false)
class Topics {

    @Bean
    KafkaAdmin.NewTopics topics() {
        return new KafkaAdmin.NewTopics(
                topic("identity.account", 3),
                topic("identity.user", 3),
                topic("identity.permission-set", 3),
                topic("billing.subscription", 3),
                topic("contact.consent", 3),
                topic("instance.session", 12),
                topic("instance.dispatch", 12),
                topic("messaging.message", 12));
    }

    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, partitions, (short) 1);
    }
}

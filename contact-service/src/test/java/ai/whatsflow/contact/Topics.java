package ai.whatsflow.contact;

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
                topic("identity.account"),
                topic("identity.user"),
                topic("identity.permission-set"),
                topic("billing.subscription"),
                topic("contact.consent"));
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, 3, (short) 1);
    }
}

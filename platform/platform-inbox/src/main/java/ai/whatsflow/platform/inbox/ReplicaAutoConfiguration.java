package ai.whatsflow.platform.inbox;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Runs the subscriptions that every replica reads whole. Needs neither a database nor a servlet container. */
@AutoConfiguration(afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
public class ReplicaAutoConfiguration {

    @Bean
    ReplicaListeners replicaListeners(List<EventSubscription> subscriptions, KafkaProperties kafka, JsonMapper mapper) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.GROUP_PROTOCOL_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        EventReader reader = new EventReader(mapper);
        return new ReplicaListeners(subscriptions.stream()
                .filter(subscription -> subscription.start() != EventSubscription.Start.GROUP)
                .map(subscription -> new ReplicaListener(
                        subscription,
                        reader,
                        () -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())))
                .toList());
    }

    @Bean
    ReplicaHealthIndicator replicasHealthIndicator(ReplicaListeners listeners) {
        return new ReplicaHealthIndicator(listeners.all());
    }

    @Bean
    KafkaHealthIndicator kafkaHealthIndicator(KafkaProperties kafka) {
        return new KafkaHealthIndicator(kafka.buildAdminProperties());
    }

    /** Starts and stops them together. */
    record ReplicaListeners(List<ReplicaListener> all) implements SmartLifecycle {

        @Override
        public void start() {
            all.forEach(ReplicaListener::start);
        }

        @Override
        public void stop() {
            all.forEach(ReplicaListener::stop);
        }

        @Override
        public boolean isRunning() {
            return all.stream().anyMatch(ReplicaListener::isRunning);
        }
    }
}

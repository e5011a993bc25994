package ai.whatsflow.platform.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;

/** Runs the subscriptions of groups, with the inbox of this service's database. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
@ConditionalOnClass(JdbcTemplate.class)
@ConditionalOnSingleCandidate(JdbcTemplate.class)
public class InboxAutoConfiguration {

    @Bean
    Inbox inbox(JdbcTemplate jdbc, MeterRegistry registry) {
        Inbox inbox = new Inbox(jdbc);
        Gauge.builder("inbox.parked", inbox, Inbox::countParked)
                .description("records that wait behind a failure")
                .register(registry);
        return inbox;
    }

    @Bean
    EffectsListeners effectsListeners(
            List<EventSubscription> subscriptions,
            KafkaProperties kafka,
            JsonMapper mapper,
            Inbox inbox,
            PlatformTransactionManager transactions) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        EventReader reader = new EventReader(mapper);
        Map<String, EffectsListener> listeners = new LinkedHashMap<>();
        Map<String, ConcurrentMessageListenerContainer<String, byte[]>> containers = new LinkedHashMap<>();
        for (EventSubscription subscription : subscriptions) {
            if (subscription.start() == EventSubscription.Start.GROUP) {
                EffectsListener listener = new EffectsListener(subscription, reader, inbox, transaction);
                listeners.put(subscription.name(), listener);
                containers.put(subscription.name(), container(kafka, subscription, listener));
            }
        }
        return new EffectsListeners(listeners, containers);
    }

    @Bean
    InboxRedrive inboxRedrive(EffectsListeners listeners, Inbox inbox, PlatformTransactionManager transactions) {
        return new InboxRedrive(listeners.listeners(), inbox, new TransactionTemplate(transactions));
    }

    /** Not a candidate for injection: a service's own scheduled methods keep Boot's scheduler. */
    @Bean(defaultCandidate = false)
    SimpleAsyncTaskScheduler inboxScheduler(Inbox inbox) {
        SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
        scheduler.setThreadNamePrefix("inbox-");
        scheduler.scheduleWithFixedDelay(() -> inbox.forget(Duration.ofDays(14)), Duration.ofHours(6));
        return scheduler;
    }

    private static ConcurrentMessageListenerContainer<String, byte[]> container(
            KafkaProperties kafka, EventSubscription subscription, EffectsListener listener) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, subscription.name());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        ContainerProperties properties =
                new ContainerProperties(subscription.topics().toArray(String[]::new));
        properties.setGroupId(subscription.name());
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setMessageListener(listener);
        properties.setMissingTopicsFatal(false);
        properties.setSyncCommits(true);
        var container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(settings, new StringDeserializer(), new ByteArrayDeserializer()),
                properties);
        container.setBeanName(subscription.name());
        container.setConcurrency(subscription.concurrency());
        ExponentialBackOff backOff = new ExponentialBackOff(100, 2);
        backOff.setMaxInterval(5_000);
        container.setCommonErrorHandler(new DefaultErrorHandler(backOff));
        return container;
    }

    /** Starts and stops the containers with the application. */
    record EffectsListeners(
            Map<String, EffectsListener> listeners,
            Map<String, ConcurrentMessageListenerContainer<String, byte[]>> containers)
            implements SmartLifecycle {

        @Override
        public void start() {
            containers.values().forEach(ConcurrentMessageListenerContainer::start);
        }

        @Override
        public void stop() {
            containers.values().forEach(ConcurrentMessageListenerContainer::stop);
        }

        @Override
        public boolean isRunning() {
            return containers.values().stream().anyMatch(ConcurrentMessageListenerContainer::isRunning);
        }
    }
}

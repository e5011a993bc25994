package ai.whatsflow.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Wires the outbox, its relay and its rotation. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration"
        })
@EnableConfigurationProperties(OutboxProperties.class)
public class OutboxAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    OutboxRelay outboxRelay(
            DataSource database,
            KafkaProperties kafka,
            JsonMapper mapper,
            OutboxProperties properties,
            MeterRegistry registry,
            Clock clock,
            @Value("${spring.application.name}") String service) {
        Map<String, Object> settings = kafka.buildProducerProperties();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, service + ".outbox-relay");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 15_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        return new OutboxRelay(
                database,
                () -> new OutboxPublisher(
                        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()),
                        mapper,
                        "/" + service),
                properties,
                new OutboxMetrics(registry, clock),
                properties.relayEnabled());
    }

    @Bean
    TraceParent traceParent(ObjectProvider<Tracer> tracer) {
        return new CurrentTraceParent(tracer.getIfAvailable());
    }

    @Bean
    Outbox outbox(JdbcTemplate jdbc, JsonMapper mapper, OutboxRelay relay, TraceParent traceParent) {
        return new JdbcOutbox(jdbc, mapper, traceParent, relay::wake);
    }

    @Bean
    OutboxRotation outboxRotation(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, OutboxProperties properties, Clock clock) {
        return new OutboxRotation(jdbc, new TransactionTemplate(transactions), properties, clock);
    }

    /** Not a candidate for injection: a service's own scheduled methods keep Boot's scheduler. */
    @Bean(defaultCandidate = false)
    SimpleAsyncTaskScheduler outboxRotationScheduler(OutboxRotation rotation) {
        SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
        scheduler.setThreadNamePrefix("outbox-rotation-");
        scheduler.scheduleWithFixedDelay(rotation::rotate, Duration.ofHours(1));
        return scheduler;
    }
}

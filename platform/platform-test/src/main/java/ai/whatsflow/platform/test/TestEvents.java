package ai.whatsflow.platform.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Publishes events as another service would, and reads what the service under test has published. */
public final class TestEvents implements DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JsonMapper mapper;
    private final @Nullable HealthIndicator replicas;
    private final Producer<String, byte[]> producer;

    TestEvents(JsonMapper mapper, @Nullable HealthIndicator replicas) {
        this.mapper = mapper;
        this.replicas = replicas;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestKafka.shared().bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Publishes a CloudEvent with a new id. */
    public RecordMetadata publish(String topic, String key, String type, Object payload) {
        return publish(UUID.randomUUID(), topic, key, type, payload);
    }

    /** Publishes a CloudEvent with that id: call it again to deliver a duplicate. */
    public RecordMetadata publish(UUID id, String topic, String key, String type, Object payload) {
        String json = payload instanceof String text ? text : mapper.writeValueAsString(payload);
        var record = new ProducerRecord<>(topic, key, json.getBytes(StandardCharsets.UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", id.toString());
        header(record, "ce_type", type);
        header(record, "ce_source", "/test");
        header(record, "ce_time", Instant.now().toString());
        header(record, "ce_subject", key);
        try {
            return producer.send(record).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Returns when every in-memory projection that reads the record's topic has read it. */
    public void awaitRead(RecordMetadata record) {
        if (replicas == null) {
            return;
        }
        String partition = record.topic() + "-" + record.partition();
        Await.until("a projection reads " + partition, PATIENCE, () -> {
            Health health = replicas.health(true);
            return health != null
                    && health.getStatus().equals(Status.UP)
                    && health.getDetails().values().stream()
                            .filter(Map.class::isInstance)
                            .map(detail -> ((Map<?, ?>) detail).get(partition))
                            .filter(Long.class::isInstance)
                            .allMatch(position -> (Long) position > record.offset());
        });
    }

    /** Waits for an event of that type and returns all of that type that are on the topic, oldest first. */
    public List<PublishedEvent> awaitType(String topic, String type) {
        return await(topic, event -> event.type().equals(type), 1);
    }

    /** Waits until that many events match and returns all that do; each is checked against its contract. */
    public List<PublishedEvent> await(String topic, Predicate<PublishedEvent> wanted, int atLeast) {
        List<PublishedEvent> found = new ArrayList<>();
        Await.until(atLeast + " events on " + topic, PATIENCE, () -> {
            found.clear();
            read(topic).stream().filter(wanted).forEach(found::add);
            return found.size() >= atLeast;
        });
        found.forEach(event -> EventContracts.assertMatches(event.type(), event.payload()));
        return found;
    }

    /** Everything that is committed on the topic at this moment. */
    public List<PublishedEvent> read(String topic) {
        try (Consumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", TestKafka.shared().bootstrapServers(),
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map((PartitionInfo info) -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<PublishedEvent> events = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    events.add(published(record));
                }
            }
            return events;
        }
    }

    private PublishedEvent published(ConsumerRecord<String, byte[]> record) {
        JsonNode payload = mapper.readTree(record.value());
        return new PublishedEvent(
                text(record, "ce_id"),
                text(record, "ce_type"),
                record.key(),
                record.partition(),
                record.offset(),
                payload);
    }

    private static String text(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void destroy() {
        producer.close(Duration.ofSeconds(1));
    }
}

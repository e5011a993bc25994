package ai.whatsflow.fault.invariant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a consumer would read from every topic of the platform. */
public final class Topics {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String address;

    public Topics(String address) {
        this.address = address;
    }

    /** A record that was committed, in the order of its partition. */
    record Published(String key, String eventId) {}

    Map<String, Long> ends() {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            Map<String, Long> ends = new HashMap<>();
            consumer.endOffsets(partitions(consumer)).forEach((partition, end) -> ends.put(partition.toString(), end));
            return ends;
        }
    }

    List<Published> since(Map<String, Long> starts) {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            partitions.forEach(partition -> consumer.seek(partition, starts.getOrDefault(partition.toString(), 0L)));
            List<Published> published = new ArrayList<>();
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end
                    && partitions.stream()
                            .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> published.add(published(record)));
            }
            return published;
        }
    }

    private static Published published(ConsumerRecord<String, String> record) {
        return new Published(
                record.key(),
                new String(record.headers().lastHeader("ce_id").value(), java.nio.charset.StandardCharsets.UTF_8));
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, String> consumer) {
        return consumer.listTopics(PATIENCE).entrySet().stream()
                .filter(topic -> topic.getKey().matches("[a-z]+\\.[a-z-]+"))
                .flatMap(topic -> topic.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private KafkaConsumer<String, String> consumer() {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, address);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
    }
}

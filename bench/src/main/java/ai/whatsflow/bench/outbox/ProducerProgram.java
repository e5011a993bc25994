package ai.whatsflow.bench.outbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The yardstick: a bare idempotent producer. For each line {@code <records> <with or without headers>} it sends the
 * sample records, waits until all are acknowledged and answers with the nanoseconds that took.
 */
public final class ProducerProgram {

    private static final List<Header> SAME_FOR_ALL = List.of(
            header("ce_specversion", "1.0"),
            header("ce_type", SampleRecords.TYPE),
            header("ce_source", "/bench-relay"),
            header("ce_time", "2026-07-15T10:11:12.131415Z"),
            header("ce_subject", SampleRecords.key(1)),
            header("content-type", "application/json"),
            header("traceparent", SampleRecords.TRACE));

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicLong refused = new AtomicLong();

    private ProducerProgram(KafkaProducer<String, byte[]> producer) {
        this.producer = producer;
    }

    public static void main(String[] arguments) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                System.getenv("BENCH_KAFKA"),
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.BATCH_SIZE_CONFIG,
                128 * 1024);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
                Scanner lines = new Scanner(System.in, StandardCharsets.UTF_8)) {
            ProducerProgram program = new ProducerProgram(producer);
            System.out.println("ready");
            while (lines.hasNextLine()) {
                String[] words = lines.nextLine().split(" ");
                System.out.println(program.send(Integer.parseInt(words[0]), words[1].equals("with")));
            }
        }
    }

    private long send(int records, boolean withHeaders) {
        long start = System.nanoTime();
        for (int number = 1; number <= records; number++) {
            byte[] value = SampleRecords.payload(number).getBytes(StandardCharsets.UTF_8);
            producer.send(
                    withHeaders
                            ? new ProducerRecord<>(
                                    SampleRecords.TOPIC, null, SampleRecords.key(number), value, headers(number))
                            : new ProducerRecord<>(SampleRecords.TOPIC, SampleRecords.key(number), value),
                    (sent, failure) -> {
                        if (failure != null) {
                            refused.incrementAndGet();
                        }
                    });
        }
        producer.flush();
        if (refused.get() > 0) {
            throw new IllegalStateException(refused.get() + " records were not acknowledged");
        }
        return System.nanoTime() - start;
    }

    private static List<Header> headers(int number) {
        List<Header> headers = new java.util.ArrayList<>(SAME_FOR_ALL);
        headers.add(header("ce_id", new UUID(0x01980f5e6f007000L, number).toString()));
        return headers;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}

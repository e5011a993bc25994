package ai.whatsflow.bench.way;

import ai.whatsflow.bench.result.Figure;
import ai.whatsflow.bench.result.YardstickCheck;
import ai.whatsflow.bench.scene.Nginx;
import ai.whatsflow.bench.scene.Scene;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What no platform can do without on this way, measured bare: two HTTP exchanges, two durable commits and one passage
 * through Kafka. Medians in µs.
 */
record Floors(double http, double commit, double kafka) {

    private static final int TIMES = 1_000;
    private static final int WARM_UP_MEASUREMENTS = 8;
    private static final String TOPIC = "bench.round-trip";
    private static final double KAFKA_FLOOR_MICROS = 400;

    static Floors measure(Scene scene) throws Exception {
        return new Floors(http(scene), commit(scene), kafka(scene));
    }

    /** A broker that has just started needs some thousand records until it is as quick as it can be. */
    static Floors best(Scene scene) throws Exception {
        Floors best = measure(scene);
        for (int again = 1; again < WARM_UP_MEASUREMENTS; again++) {
            Floors next = measure(scene);
            best = next.kafka < best.kafka ? next : best;
        }
        return best;
    }

    double sum() {
        return 2 * http + 2 * commit + kafka;
    }

    List<Figure> figures() {
        return List.of(
                Figure.of("floor: an HTTP exchange, p50, twice", http, "µs"),
                Figure.of("floor: a durable commit, p50, twice", commit, "µs"),
                Figure.of("floor: a record through Kafka, p50", kafka, "µs"),
                Figure.of("sum of the floors", sum(), "µs"));
    }

    YardstickCheck check() {
        return new YardstickCheck("a record through Kafka, p50", kafka, KAFKA_FLOOR_MICROS, "µs");
    }

    private interface Once {
        void run() throws Exception;
    }

    /** The first half warms up. */
    private static double median(Once once) throws Exception {
        Histogram micros = new Histogram(3);
        for (int i = 0; i < 2 * TIMES; i++) {
            long start = System.nanoTime();
            once.run();
            if (i >= TIMES) {
                micros.recordValue((System.nanoTime() - start) / 1_000);
            }
        }
        return micros.getValueAtPercentile(50);
    }

    private static double http(Scene scene) throws Exception {
        int port = 2_181 + scene.ports().offset();
        try (Nginx nginx = Nginx.answering(scene, port);
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            scene.say("floors beside nginx %d", nginx.process().pid());
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                    .build();
            return median(() -> client.send(request, HttpResponse.BodyHandlers.ofString()));
        }
    }

    private static double commit(Scene scene) throws Exception {
        try (Connection database = scene.database("postgres");
                Statement statement = database.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS bench_commits");
            statement.execute("CREATE TABLE bench_commits (id bigint GENERATED ALWAYS AS IDENTITY, body text)");
            return median(() ->
                    statement.executeUpdate("INSERT INTO bench_commits (body) VALUES ('" + "x".repeat(400) + "')"));
        }
    }

    private static double kafka(Scene scene) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", scene.bootstrapServers()))) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                        .all()
                        .get();
            }
        }
        Map<String, Object> settings =
                Map.of("bootstrap.servers", scene.bootstrapServers(), "acks", "all", "linger.ms", 0);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
                var consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", (Object) scene.bootstrapServers()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToEnd(List.of(partition));
            consumer.position(partition);
            return median(() -> {
                producer.send(new ProducerRecord<>(TOPIC, "x".repeat(250)));
                while (consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
                    // Asked again: a poll may end without a record.
                    Thread.onSpinWait();
                }
            });
        }
    }
}

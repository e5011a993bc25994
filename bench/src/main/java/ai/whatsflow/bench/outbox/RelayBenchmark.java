package ai.whatsflow.bench.outbox;

import ai.whatsflow.bench.Benchmark;
import ai.whatsflow.bench.measure.CpuMeter;
import ai.whatsflow.bench.measure.Pairs;
import ai.whatsflow.bench.result.Bound;
import ai.whatsflow.bench.result.Figure;
import ai.whatsflow.bench.result.Goal;
import ai.whatsflow.bench.result.Result;
import ai.whatsflow.bench.result.Spread;
import ai.whatsflow.bench.result.YardstickCheck;
import ai.whatsflow.bench.scene.Profile;
import ai.whatsflow.bench.scene.Program;
import ai.whatsflow.bench.scene.Scene;
import ai.whatsflow.local.component.Port;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** P6: a backlog carried from the outbox to Kafka, against the same records sent by a bare idempotent producer. */
public final class RelayBenchmark implements Benchmark {

    private static final Goal SINGLE =
            new Goal("P6", "outbox relay, a row per record", "bare producer", Bound.AT_LEAST, 0.4, 0.6, true);
    private static final Goal CHUNKED =
            new Goal("P6b", "outbox relay, 1,000 records a row", "bare producer", Bound.AT_LEAST, 0.4, 0.6, true);

    private static final int RECORDS = 60_000;
    private static final int ROUNDS = 5;
    private static final double FLOOR_MICROS = 4.0;

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public String title() {
        return "outbox relay against a bare idempotent producer with the same records";
    }

    @Override
    public List<Result> measure(Scene scene) throws Exception {
        scene.start("postgresql", "kafka");
        FilledOutbox.create(scene);
        createTopic(scene);
        try (Program relay = Program.start(scene, RelayProgram.class, relayEnvironment(scene));
                Program producer =
                        Program.start(scene, ProducerProgram.class, Map.of("BENCH_KAFKA", scene.bootstrapServers()));
                FilledOutbox outbox = FilledOutbox.of(scene)) {
            Arms arms = new Arms(scene, relay, producer, outbox);
            return List.of(arms.compare(SINGLE, 1), arms.compare(CHUNKED, 1_000));
        }
    }

    private static Map<String, String> relayEnvironment(Scene scene) {
        return Map.of(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://127.0.0.1:" + scene.ports().of(Port.POSTGRES) + "/" + FilledOutbox.DATABASE,
                "SPRING_DATASOURCE_USERNAME",
                "postgres",
                "SPRING_DATASOURCE_PASSWORD",
                scene.credentials().databasePassword("postgres"),
                "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                scene.bootstrapServers());
    }

    private static void createTopic(Scene scene) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", scene.bootstrapServers()))) {
            if (!admin.listTopics().names().get().contains(SampleRecords.TOPIC)) {
                NewTopic topic = new NewTopic(SampleRecords.TOPIC, Optional.of(3), Optional.empty())
                        .configs(Map.of("retention.bytes", "134217728"));
                admin.createTopics(List.of(topic)).all().get();
            }
        }
    }

    /** The two arms on their running programs. */
    private record Arms(Scene scene, Program relay, Program producer, FilledOutbox outbox) {

        Result compare(Goal goal, int recordsARow) throws Exception {
            CpuMeter relaying = with(relay, "postgresql", "kafka");
            CpuMeter producing = with(producer, "kafka");
            List<Double> relaySeconds = new ArrayList<>();
            List<Double> producerSeconds = new ArrayList<>();
            scene.say("%s: warming up", goal.measured());
            relayOnce(relaying, recordsARow, new ArrayList<>());
            produceOnce(producing, new ArrayList<>());
            Pairs pairs = Pairs.interleaved(
                    ROUNDS,
                    () -> produceOnce(producing, producerSeconds),
                    () -> relayOnce(relaying, recordsARow, relaySeconds));
            List<Double> speeds = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                speeds.add(producerSeconds.get(i) / relaySeconds.get(i));
            }
            return new Result(
                    goal,
                    pairs.ratio(),
                    List.of(
                            new Figure("relay, PostgreSQL and Kafka, CPU", pairs.secondSpread(), "µs/record"),
                            new Figure("producer and Kafka, CPU", pairs.firstSpread(), "µs/record"),
                            new Figure("the same as a ratio of elapsed time", Spread.of(speeds), "")),
                    List.of(plainProducer()),
                    List.of(profile(goal, recordsARow)));
        }

        private CpuMeter with(Program program, String... components) {
            List<ProcessHandle> processes = new ArrayList<>(scene.processes(components));
            processes.add(program.process());
            return new CpuMeter(processes);
        }

        private double relayOnce(CpuMeter meter, int recordsARow, List<Double> seconds) throws Exception {
            signal("STOP");
            outbox.fill(RECORDS, recordsARow);
            long micros = meter.micros(() -> {
                long start = System.nanoTime();
                signal("CONT");
                outbox.awaitRelayed();
                seconds.add((System.nanoTime() - start) / 1e9);
            });
            scene.say("relay    %6.2f µs/record, %5.2f s", (double) micros / RECORDS, seconds.getLast());
            return (double) micros / RECORDS;
        }

        private double produceOnce(CpuMeter meter, List<Double> seconds) throws Exception {
            long micros = meter.micros(() -> seconds.add(Long.parseLong(producer.ask(RECORDS + " with")) / 1e9));
            scene.say("producer %6.2f µs/record, %5.2f s", (double) micros / RECORDS, seconds.getLast());
            return (double) micros / RECORDS;
        }

        /** 250 bytes without headers, as the floor was measured; the best of five, for it is elapsed time. */
        private YardstickCheck plainProducer() throws Exception {
            List<Double> micros = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                micros.add(Long.parseLong(producer.ask(3 * RECORDS + " without")) / 1e3 / (3 * RECORDS));
            }
            return new YardstickCheck("producer without headers", Collections.min(micros), FLOOR_MICROS, "µs/record");
        }

        private String profile(Goal goal, int recordsARow) throws Exception {
            return new Profile(scene.results().resolve(goal.id() + ".jfr"), relay.process()).of(() -> {
                signal("STOP");
                outbox.fill(2 * RECORDS, recordsARow);
                signal("CONT");
                outbox.awaitRelayed();
            });
        }

        private void signal(String name) throws Exception {
            new ProcessBuilder("kill", "-" + name, Long.toString(relay.process().pid()))
                    .start()
                    .waitFor();
        }
    }
}

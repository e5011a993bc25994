package ai.whatsflow.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/**
 * One Kafka broker for the JVM, in KRaft mode: a container where Docker answers, else the real broker as a child
 * process that a test can kill and start again on its data.
 */
public final class TestKafka {

    private static final TestKafka SHARED = new TestKafka();

    private final int port = FreePorts.next();
    private final int controllerPort = FreePorts.next();
    private final Path directory;
    private final String bootstrapServers;
    private @Nullable Process broker;

    private TestKafka() {
        if (DockerClientFactory.instance().isDockerAvailable()) {
            @SuppressWarnings("resource") // stopped by Testcontainers when the JVM ends
            KafkaContainer container = new KafkaContainer("apache/kafka-native:4.3.1");
            container.start();
            bootstrapServers = container.getBootstrapServers();
            directory = Path.of("");
            return;
        }
        try {
            directory = Files.createTempDirectory("kafka-it");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        bootstrapServers = "127.0.0.1:" + port;
        format();
        start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** The broker that every test of this JVM shares. */
    public static TestKafka shared() {
        return SHARED;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Starts the broker on its data and waits until it answers. */
    public void start() {
        broker = java(
                directory.resolve("broker.log"),
                "kafka.Kafka",
                directory.resolve("server.properties").toString());
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!accepts() || !answers()) {
            if (System.nanoTime() > deadline || !broker.isAlive()) {
                throw new IllegalStateException("the broker did not start: see " + directory.resolve("broker.log"));
            }
            pause();
        }
    }

    /** Ends the broker with SIGKILL. */
    public void kill() {
        Process running = broker;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }

    /** Removes every topic and group, so that a new context starts on an empty broker. */
    public void clear() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> topics = admin.listTopics().names().get();
            admin.deleteTopics(topics).all().get(20, TimeUnit.SECONDS);
            Set<String> groups = admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .collect(Collectors.toSet());
            for (String group : groups) {
                deleteQuietly(admin, group);
            }
        } catch (InterruptedException | ExecutionException | java.util.concurrent.TimeoutException failed) {
            throw new IllegalStateException("the broker could not be cleared", failed);
        }
    }

    private static void deleteQuietly(Admin admin, String group) throws InterruptedException {
        try {
            admin.deleteConsumerGroups(Set.of(group)).all().get();
        } catch (ExecutionException stillClosing) {
            // Its members leave within the session time-out; its topics are gone already.
        }
    }

    private void format() {
        String properties = """
                process.roles=broker,controller
                node.id=1
                controller.quorum.bootstrap.servers=127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                num.partitions=3
                auto.create.topics.enable=true
                offsets.topic.num.partitions=3
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=3
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                group.consumer.min.session.timeout.ms=3000
                group.consumer.session.timeout.ms=3000
                group.consumer.min.heartbeat.interval.ms=500
                group.consumer.heartbeat.interval.ms=500
                """.formatted(port, controllerPort, directory.resolve("data"));
        try {
            Path file = Files.writeString(directory.resolve("server.properties"), properties);
            Process format = java(
                    directory.resolve("format.log"),
                    "kafka.tools.StorageTool",
                    "format",
                    "--standalone",
                    "-t",
                    "MkU3OEVBNTcwNTJENDM2Qg",
                    "-c",
                    file.toString());
            if (format.waitFor() != 0) {
                throw new IllegalStateException("see " + directory.resolve("format.log"));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private Process java(Path log, String... command) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path")));
        line.addAll(List.of(command));
        try {
            return new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean answers() {
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers", bootstrapServers, "default.api.timeout.ms", 5_000, "request.timeout.ms", 4_000))) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

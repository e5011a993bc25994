package ai.whatsflow.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.whatsflow.node.support.ChildProcess;
import ai.whatsflow.node.support.FakePlatform;
import ai.whatsflow.node.support.InProcessSimulator;
import ai.whatsflow.node.support.TestNode;
import ai.whatsflow.platform.test.FreePorts;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The node as a process of its own: killed, frozen and ended at seeded random moments. */
@Timeout(180)
class NodeKilledIT {

    private static final int MESSAGES = 300;
    private static final String FRIEND = "+94772222222";

    @TempDir
    Path directory;

    private final UUID instance = UUID.randomUUID();
    private final String phone = "+94773333333";
    private final List<UUID> messages =
            IntStream.range(0, MESSAGES).mapToObj(i -> UUID.randomUUID()).toList();

    private FakePlatform platform;
    private InProcessSimulator simulator;
    private TestNode node;
    private Random random;

    @BeforeEach
    void start() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        random = new Random(seed);
        platform = new FakePlatform();
        simulator = InProcessSimulator.start(directory.resolve("simulator"));
        node = new TestNode(platform, directory.resolve("node"), simulator.port());
    }

    @AfterEach
    void stop() {
        simulator.close();
        platform.close();
    }

    @Test
    void deliversEveryMessageOnceAndEveryEventAtLeastOnceThroughKills() throws Exception {
        platform.broken.put("events", 503);
        long epoch = 0;
        int sent = 0;
        for (int round = 0; round < 2; round++) {
            try (ChildProcess process = launch()) {
                startSession(++epoch);
                if (round == 0) {
                    platform.broken.remove("events");
                    link();
                    platform.broken.put("events", 503);
                }
                awaitOnline(epoch);
                int until = sent + random.nextInt(20, 150);
                for (; sent < until; sent++) {
                    send(epoch, sent);
                }
                Thread.sleep(random.nextInt(120));
                process.kill();
            }
            sent = Math.max(0, sent - random.nextInt(40));
        }
        try (ChildProcess process = launch()) {
            startSession(++epoch);
            awaitOnline(epoch);
            platform.broken.clear();
            sendAll(epoch);
            await().atMost(Duration.ofSeconds(40)).until(() -> ids("read").size() == MESSAGES);
            assertThat(ids("delivered")).hasSize(MESSAGES);
            assertThat(simulator.counts(phone).distinctSends()).isEqualTo(MESSAGES);
            assertThat(simulator.counts(phone).deliveredToRecipients()).isEqualTo(MESSAGES);
            assertThat(simulator.counts(phone).refused())
                    .as("no message key was used twice")
                    .isZero();
            await().until(() -> simulator.unacknowledged(phone) == 0);

            long raw = simulator.counts(phone).rawSends();
            assertThat(sendAll(epoch)).containsOnly("DONE");
            assertThat(simulator.counts(phone).rawSends()).isEqualTo(raw);
            process.terminate();
        }
        try (ChildProcess process = launch()) {
            startSession(++epoch);
            awaitOnline(epoch);
            long raw = simulator.counts(phone).rawSends();
            assertThat(sendAll(epoch)).as("a restart remembers").containsOnly("DONE");
            assertThat(simulator.counts(phone).rawSends()).isEqualTo(raw);
        }
        assertThat(platform.events.stream()
                        .map(event -> event.get("seq").asLong())
                        .toList())
                .isSorted();
        assertThat(platform.complaints).isEmpty();
        assertNothingSecretIsLogged();
    }

    @Test
    void saysNothingAfterItWasFrozenPastItsLeaseAndEndsGracefully() throws Exception {
        try (ChildProcess process = launch()) {
            startSession(1);
            link();
            for (int i = 0; i < 20; i++) {
                send(1, i);
            }
            await().until(() -> ids("read").size() == 20);
            process.freeze();
            Thread.sleep(3_500 + random.nextInt(1_000));
            platform.epochs.put(instance, 2L);
            long before = simulator.counts(phone).rawSends();
            process.thaw();
            List<String> answer = send(1, 20);
            assertThat(answer.getFirst()).isIn("REJECTED NOT_OWNER", "REJECTED NOT_READY");
            await().until(() -> platform.state(instance).equals("STOPPED (lease-lost)"));
            assertThat(simulator.counts(phone).rawSends()).isEqualTo(before);
            assertThat(simulator.connected(phone)).isFalse();

            startSession(3);
            awaitOnline(3);
            givesItsLeaseBackWhenItIsEnded(process);
        }
    }

    private void givesItsLeaseBackWhenItIsEnded(ChildProcess process) {
        process.terminate();
        assertThat(simulator.connected(phone)).isFalse();
        assertThat(platform.released).containsEntry(instance, 3L);
        assertThat(platform.states(instance)).endsWith("STOPPED (node-shutdown)");
        assertThat(platform.heartbeats.getLast().get("draining").asBoolean()).isTrue();
        assertThat(platform.complaints).isEmpty();
    }

    @Test
    void comesBackAfterTheSimulatorWasKilledInTheMiddle() throws Exception {
        int devicePort = FreePorts.next();
        node = new TestNode(platform, directory.resolve("node"), devicePort);
        String[] simulatorArguments = {
            "--server.port=" + FreePorts.next(),
            "--simulator.device-port=" + devicePort,
            "--simulator.data-directory=" + directory.resolve("killed-simulator")
        };
        Path simulatorLog = directory.resolve("simulator.log");
        ExternalSimulator admin = new ExternalSimulator(simulatorArguments[0].replaceAll("\\D", ""));
        try (ChildProcess process = launch()) {
            try (ChildProcess first = ChildProcess.simulator(simulatorLog, simulatorArguments)) {
                admin.awaitUp();
                startSession(1);
                await().until(() -> platform.state(instance).equals("QR"));
                admin.scan(code(), phone);
                await().until(() -> platform.state(instance).equals("ONLINE"));
                int killAt = random.nextInt(40, 120);
                for (int i = 0; i < 150; i++) {
                    send(1, i);
                    if (i == killAt) {
                        first.kill();
                    }
                }
            }
            try (ChildProcess second = ChildProcess.simulator(simulatorLog, simulatorArguments)) {
                admin.awaitUp();
                awaitOnline(1);
                for (int i = 0; i < 150; i++) {
                    send(1, i);
                }
                await().atMost(Duration.ofSeconds(30)).until(() -> ids("sent").size() == 150);
                await().atMost(Duration.ofSeconds(30)).until(() -> ids("read").size() == 150);
                assertThat(admin.count(phone, "deliveredToRecipients")).isEqualTo(150);
                assertThat(admin.count(phone, "distinctSends")).isEqualTo(150);
                assertThat(admin.count(phone, "conflicts")).isZero();
            }
        }
    }

    private ChildProcess launch() {
        ChildProcess process = ChildProcess.node(log(), node.arguments());
        await().atMost(Duration.ofSeconds(40))
                .ignoreException(UncheckedIOException.class)
                .until(() -> node.health("readiness") == 200);
        return process;
    }

    private void startSession(long epoch) {
        platform.epochs.put(instance, epoch);
        assertThat(node.command(node.start(instance, epoch))).containsExactly("ACCEPTED");
    }

    private void awaitOnline(long epoch) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !node.sessions().isEmpty()
                        && node.sessions().get(0).get("state").asString().equals("ONLINE")
                        && node.sessions().get(0).get("epoch").asLong() == epoch);
    }

    private void link() {
        await().until(() -> platform.state(instance).equals("QR"));
        simulator.scan(code(), phone);
        await().until(() -> platform.state(instance).equals("ONLINE"));
    }

    private String code() {
        return platform.events(instance, "session-state")
                .getLast()
                .get("payload")
                .get("qr")
                .get("code")
                .asString();
    }

    private List<String> send(long epoch, int i) {
        Map<String, Object> command = node.send(instance, epoch, messages.get(i), FRIEND, "very private words " + i);
        return node.command(command);
    }

    @SuppressWarnings("unchecked")
    private List<String> sendAll(long epoch) {
        return node.command(IntStream.range(0, MESSAGES)
                .mapToObj(i -> node.send(instance, epoch, messages.get(i), FRIEND, "very private words " + i))
                .toArray(Map[]::new));
    }

    private Set<String> ids(String type) {
        Set<String> ids = new HashSet<>();
        platform.events(instance, type)
                .forEach(event -> ids.add(event.get("payload").get("whatsappId").asString()));
        return ids;
    }

    private Path log() {
        return directory.resolve("node.log");
    }

    private void assertNothingSecretIsLogged() throws Exception {
        String log = Files.readString(log());
        List<String> secrets = new ArrayList<>(List.of("very private words", FakePlatform.ENROLMENT_TOKEN));
        secrets.add(platform.vaultState(instance).get("secret").asString());
        assertThat(secrets).noneMatch(log::contains);
    }
}

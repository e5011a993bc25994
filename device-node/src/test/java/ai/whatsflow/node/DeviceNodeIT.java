package ai.whatsflow.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.whatsflow.node.support.FakePlatform;
import ai.whatsflow.node.support.InProcessSimulator;
import ai.whatsflow.node.support.OpenApiContract;
import ai.whatsflow.node.support.TestNode;
import ai.whatsflow.simulator.network.Conditions;
import ai.whatsflow.simulator.network.Message;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The node against the real simulator and a platform that checks every call. */
@Timeout(60)
class DeviceNodeIT {

    private static final AtomicInteger NUMBERS = new AtomicInteger(1_000_000);

    @TempDir
    static Path directory;

    private static FakePlatform platform;
    private static InProcessSimulator simulator;
    private static TestNode node;
    private static ConfigurableApplicationContext context;

    private final UUID instance = UUID.randomUUID();
    private final String phone = number();
    private final String friend = number();

    @BeforeAll
    static void start() {
        platform = new FakePlatform();
        simulator = InProcessSimulator.start(directory.resolve("simulator"));
        node = new TestNode(platform, directory.resolve("node"), simulator.port());
        context = new SpringApplicationBuilder(DeviceNodeApplication.class).run(node.arguments());
        await().atMost(Duration.ofSeconds(20)).until(() -> node.health("readiness") == 200);
    }

    @AfterAll
    static void stop() {
        context.close();
        simulator.close();
        platform.close();
    }

    @AfterEach
    void endSession() {
        platform.broken.clear();
        platform.vaultIsStale = false;
        weather(new Conditions.Range(Duration.ofMillis(5), Duration.ofMillis(50)), new Conditions.Loss(0, 0));
        node.command(node.stop(instance, 1_000));
        await().until(() -> node.sessions().isEmpty());
        assertThat(platform.complaints).isEmpty();
    }

    @Test
    void enrolsOnceRegistersAndTellsHowItIs() throws Exception {
        JsonNode registration = platform.registrations.getFirst();
        assertThat(registration.get("engines").get(0).get("name").asString()).isEqualTo("simulated");
        assertThat(registration.get("engines").get(0).get("idempotentSend").asBoolean())
                .isTrue();
        assertThat(registration.get("maxDevices").asInt()).isEqualTo(5);
        assertThat(registration.get("labels").get("disk").asString()).isEqualTo("ssd");
        await().until(() -> !platform.heartbeats.isEmpty());
        JsonNode beat = platform.heartbeats.getLast();
        assertThat(beat.get("memory").asDouble()).isBetween(0.01, 1.0);
        assertThat(beat.get("disk").asDouble()).isBetween(0.0, 1.0);
        assertThat(beat.get("openFiles").asInt()).isGreaterThan(10);
        assertThat(beat.get("draining").asBoolean()).isFalse();

        Path data = directory.resolve("node");
        assertThat(Files.readString(data.resolve("server-id"))).isEqualTo(platform.serverId.toString());
        assertThat(Files.readString(data.resolve("boot-id")))
                .isEqualTo(registration.get("bootId").asString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("node-key.json"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(data.resolve("node-key.json"))).contains("\"d\"", "\"kid\"");
    }

    @Test
    void linksADeviceAndSavesItsStateBeforeItSaysSo() {
        assertThat(start(1)).containsExactly("ACCEPTED");
        await().until(() -> !platform.events(instance, "session-state").stream()
                .filter(event -> event.get("payload").has("qr"))
                .toList()
                .isEmpty());
        assertThat(platform.vaultVersion(instance)).isZero();
        link();
        assertThat(platform.vaultVersion(instance)).isEqualTo(1);
        assertThat(platform.states(instance)).containsExactly("STARTING", "QR", "CONNECTING (linked)", "ONLINE");
        assertThat(node.sessions().get(0).get("phone").asString()).isEqualTo(phone);
        await().until(() ->
                platform.heartbeats.getLast().get("sessions").path("ONLINE").asInt() == 1);
    }

    @Test
    void sendsInOrderAndReportsEveryFate() {
        online(1);
        List<UUID> ids =
                IntStream.range(0, 100).mapToObj(i -> UUID.randomUUID()).toList();
        List<Map<String, Object>> batch = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            batch.add(node.send(instance, 1, ids.get(i), friend, "text " + i));
        }
        assertThat(node.command(batch.toArray(Map[]::new))).hasSize(100).containsOnly("ACCEPTED");
        await().until(() -> platform.events(instance, "read").size() == 100);
        assertThat(simulator.messages(phone).stream().map(Message::text).toList())
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(i -> "text " + i).toList());
        assertThat(platform.events(instance, "sent").stream()
                        .map(event -> event.get("payload").get("messageId").asString())
                        .toList())
                .containsExactlyElementsOf(ids.stream().map(UUID::toString).toList());
        assertThat(platform.events(instance, "delivered")).hasSize(100);

        assertThat(node.command(batch.toArray(Map[]::new))).hasSize(100).containsOnly("DONE");
        assertThat(simulator.counts(phone).rawSends()).isEqualTo(100);
    }

    @Test
    void reportsInboundMessages() {
        online(1);
        simulator.write(friend, phone, "good morning");
        await().until(() -> platform.events(instance, "inbound").size() == 1);
        assertThat(platform.events(instance, "inbound")
                        .getFirst()
                        .get("payload")
                        .get("text")
                        .asString())
                .isEqualTo("good morning");
        await().until(() -> simulator.unacknowledged(phone) == 0);
    }

    @Test
    void sendsAgainUnderTheSameIdWhenAcknowledgementsGetLost() {
        online(1);
        Conditions.Range slow = new Conditions.Range(Duration.ofMillis(1_500), Duration.ofMillis(2_500));
        weather(slow, new Conditions.Loss(0.3, 0.3));
        for (int i = 0; i < 30; i++) {
            node.command(node.send(instance, 1, UUID.randomUUID(), friend, "text " + i));
        }
        await().atMost(Duration.ofSeconds(40))
                .until(() -> platform.events(instance, "sent").size() == 30
                        && platform.events(instance, "read").size() == 30);
        assertThat(simulator.counts(phone).deliveredToRecipients()).isEqualTo(30);
        assertThat(simulator.counts(phone).duplicatesRefused()).isPositive();
    }

    @Test
    void answersEachCommandByEpochLeaseAndState() {
        UUID message = UUID.randomUUID();
        assertThat(node.command(node.send(instance, 2, message, friend, "x"))).containsExactly("REJECTED NOT_OWNER");
        start(2);
        assertThat(node.command(node.send(instance, 2, message, friend, "x")).getFirst())
                .isIn("REJECTED NOT_READY", "REJECTED NOT_OWNER");
        link();
        Map<String, Object> late = new HashMap<>(node.send(instance, 2, message, friend, "x"));
        late.put("deadline", Instant.now().minusSeconds(1));
        Map<String, Object> unknownEngine = new HashMap<>(node.start(UUID.randomUUID(), 1));
        unknownEngine.put("engine", "telegram");
        assertThat(node.command(
                        node.start(instance, 2), node.start(instance, 1), node.stop(instance, 1), unknownEngine))
                .containsExactly("DONE", "REJECTED STALE_EPOCH", "REJECTED STALE_EPOCH", "REJECTED NOT_READY");
        assertThat(node.command(node.send(instance, 3, message, friend, "x"))).containsExactly("REJECTED NOT_OWNER");
        assertThat(node.command(late)).containsExactly("REJECTED EXPIRED");
        assertThat(node.command(
                        node.send(instance, 1, message, friend, "x"), node.send(instance, 2, message, friend, "x")))
                .as("none overtakes one that was refused")
                .containsExactly("REJECTED STALE_EPOCH", "REJECTED STALE_EPOCH");
        assertThat(node.command(
                        node.send(instance, 2, message, friend, "x"), node.send(instance, 2, message, friend, "x")))
                .startsWith("ACCEPTED");
        await().until(() -> platform.events(instance, "sent").size() == 1);
        assertThat(simulator.counts(phone).rawSends()).isEqualTo(1);
    }

    @Test
    void takesNoMoreSessionsThanItCanHold() {
        List<UUID> more = IntStream.range(0, 6).mapToObj(i -> UUID.randomUUID()).toList();
        more.forEach(id -> platform.epochs.put(id, 1L));
        assertThat(node.command(more.stream().map(id -> node.start(id, 1)).toArray(Map[]::new)))
                .containsOnlyOnce("REJECTED BUSY");
        more.forEach(id -> node.command(node.stop(id, 1)));
        await().until(() -> platform.released.keySet().containsAll(more));
    }

    @Test
    void releasesTheLeaseAfterTheSocketIsClosed() {
        online(4);
        assertThat(node.command(node.stop(instance, 4))).containsExactly("DONE");
        assertThat(simulator.connected(phone)).as("closed before the answer").isFalse();
        await().until(() -> platform.released.getOrDefault(instance, 0L) == 4);
        assertThat(platform.states(instance)).endsWith("STOPPED (requested)");
    }

    @Test
    void fallsSilentAndClosesBeforeALeaseThatIsNotRenewedIsOver() throws Exception {
        online(1);
        platform.broken.put("lease-renewals", 503);
        long before = System.nanoTime();
        await().pollInterval(Duration.ofMillis(10)).until(() -> !simulator.connected(phone));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
        assertThat(node.command(node.send(instance, 1, UUID.randomUUID(), friend, "too late")))
                .containsExactly("REJECTED NOT_OWNER");
        await().until(() -> platform.state(instance).equals("RECONNECTING (lease-not-renewed)"));
        assertThat(simulator.counts(phone).rawSends()).isZero();

        platform.broken.clear();
        await().until(() -> simulator.connected(phone));
        await().until(() -> platform.state(instance).equals("ONLINE"));
    }

    @Test
    void yieldsWhenTheLeaseWentToAnother() {
        online(1);
        platform.epochs.put(instance, 2L);
        await().until(() -> platform.state(instance).equals("STOPPED (lease-lost)"));
        assertThat(simulator.connected(phone)).isFalse();
        assertThat(platform.released).doesNotContainKey(instance);
    }

    @Test
    void disturbsNobodyWithAStaleEpoch() {
        online(1);
        node.command(node.stop(instance, 1));
        await().until(() -> node.sessions().isEmpty());
        platform.vaultIsStale = true;
        long conflicts = simulator.counts(phone).conflicts();
        start(2);
        await().until(() -> platform.state(instance).equals("STOPPED (stale-epoch)"));
        assertThat(simulator.connected(phone)).isFalse();
        assertThat(simulator.counts(phone).conflicts()).isEqualTo(conflicts);
    }

    @Test
    void readsItsLeaseAgainOnAConflictAndYieldsWhenItIsNotTheOwner() throws Exception {
        online(1);
        platform.epochs.put(instance, 2L);
        try (SecondSocket other = SecondSocket.of(platform.vaultState(instance), simulator.port())) {
            await().until(() -> platform.state(instance).startsWith("STOPPED"));
            await().during(Duration.ofSeconds(1)).until(() -> other.isOpen());
        }
        assertThat(simulator.counts(phone).conflicts()).isEqualTo(1);
    }

    @Test
    void comesBackAfterAConflictWhenItIsTheOwner() throws Exception {
        online(1);
        try (SecondSocket other = SecondSocket.of(platform.vaultState(instance), simulator.port())) {
            await().until(() -> platform.states(instance).contains("RECONNECTING (conflict)"));
            await().until(() -> platform.state(instance).equals("ONLINE"));
            await().until(() -> !other.isOpen());
        }
        assertThat(simulator.counts(phone).conflicts()).isEqualTo(2);
    }

    @Test
    void resumesFromTheVaultUnderANewEpoch() {
        online(1);
        node.command(node.send(instance, 1, UUID.randomUUID(), friend, "first"));
        await().until(() -> platform.events(instance, "sent").size() == 1);
        platform.epochs.put(instance, 2L);
        start(2);
        await().until(() -> platform.state(instance).equals("ONLINE")
                && node.sessions().get(0).get("epoch").asLong() == 2);
        node.command(node.send(instance, 2, UUID.randomUUID(), friend, "second"));
        await().until(() -> simulator.counts(phone).deliveredToRecipients() == 2);
        assertThat(simulator.counts(phone).refused())
                .as("no message key was used twice")
                .isZero();
    }

    @Test
    void comesBackByItselfWhenTheSocketBreaks() {
        online(1);
        simulator.cut(phone);
        await().until(() -> platform.states(instance).contains("RECONNECTING (connection-lost)"));
        await().until(() -> platform.state(instance).equals("ONLINE"));
    }

    @Test
    void reportsALogOutAndPairsAnewWhenStartedAgain() {
        online(1);
        simulator.logOut(phone);
        await().until(() -> platform.state(instance).equals("LOGGED_OUT (logged-out)"));
        await().until(() -> platform.released.getOrDefault(instance, 0L) == 1);
        assertThat(platform.vaultState(instance).get("loggedOut").asString()).isEqualTo("logged-out");
        assertThat(platform.vaultState(instance).get("secret").asString()).isNotBlank();
        start(2);
        link();
    }

    @Test
    void keepsEventsUntilThePlatformTakesThem() {
        online(1);
        platform.broken.put("events", 503);
        for (int i = 0; i < 20; i++) {
            node.command(node.send(instance, 1, UUID.randomUUID(), friend, "text"));
        }
        await().until(() -> simulator.counts(phone).readByRecipients() == 20 && simulator.unacknowledged(phone) == 0);
        assertThat(platform.events(instance, "sent")).isEmpty();
        await().until(() -> platform.heartbeats.getLast().get("eventBacklog").asInt() >= 60);
        platform.broken.clear();
        await().until(() -> platform.events(instance, "read").size() == 20
                && platform.events(instance, "sent").size() == 20);
        List<Long> seqs =
                platform.events.stream().map(event -> event.get("seq").asLong()).toList();
        assertThat(seqs).isSorted();
    }

    @Test
    void carriesTwoThousandSendsAtTwoHundredASecondAndMore() {
        online(1);
        long started = System.nanoTime();
        for (int batch = 0; batch < 20; batch++) {
            List<Map<String, Object>> commands = IntStream.range(0, 100)
                    .mapToObj(i -> node.send(instance, 1, UUID.randomUUID(), friend, "text"))
                    .toList();
            assertThat(node.command(commands.toArray(Map[]::new))).containsOnly("ACCEPTED");
            int expected = (batch + 1) * 100;
            await().until(() -> simulator.counts(phone).distinctSends() == expected);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> platform.events(instance, "read").size() == 2_000
                        && platform.events(instance, "sent").size() == 2_000);
        assertThat(simulator.counts(phone).deliveredToRecipients()).isEqualTo(2_000);
        assertThat(simulator.counts(phone).rawSends()).isEqualTo(2_000);
    }

    @Test
    void breaksItsLivenessWhenItsEnrolmentIsRefused() {
        TestNode stranger = new TestNode(platform, directory.resolve("stranger"), simulator.port());
        long before = enrolments();
        try (var refused = new SpringApplicationBuilder(DeviceNodeApplication.class).run(stranger.arguments())) {
            await().until(() -> stranger.health("liveness") == 503);
            assertThat(stranger.health("readiness")).isEqualTo(503);
            assertThat(enrolments() - before).isEqualTo(1);
            assertThat(directory.resolve("stranger/server-id")).doesNotExist();
        }
    }

    private static long enrolments() {
        return platform.calls.stream()
                .filter(call -> call.endsWith("enrolments"))
                .count();
    }

    @Test
    void refusesWhoIsNotInstanceService() throws Exception {
        Map<String, Object> body = Map.of("commands", List.of(node.start(instance, 1)));
        Instant soon = Instant.now().plusSeconds(60);
        assertThat(node.post("/node/v1/commands", "", body).statusCode()).isEqualTo(401);
        assertThat(node.post("/node/v1/commands", "rubbish", body).statusCode()).isEqualTo(401);
        String forged = platform.token(
                new RSAKeyGenerator(2048).keyID("keycloak").generate(),
                platform.issuer(),
                "whatsflow-api",
                "instance-service",
                soon);
        assertThat(node.post("/node/v1/commands", forged, body).statusCode()).isEqualTo(401);
        String foreignIssuer = platform.token(
                platform.keycloakKey(), "http://elsewhere/realms/x", "whatsflow-api", "instance-service", soon);
        assertThat(node.post("/node/v1/commands", foreignIssuer, body).statusCode())
                .isEqualTo(401);
        String otherAudience =
                platform.token(platform.keycloakKey(), platform.issuer(), "account", "instance-service", soon);
        assertThat(node.post("/node/v1/commands", otherAudience, body).statusCode())
                .isEqualTo(401);
        String expired = platform.token(
                platform.keycloakKey(),
                platform.issuer(),
                "whatsflow-api",
                "instance-service",
                Instant.now().minusSeconds(60));
        assertThat(node.post("/node/v1/commands", expired, body).statusCode()).isEqualTo(401);
        var foreign = node.post("/node/v1/commands", platform.serviceToken("messaging-service"), body);
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(node.get("/node/v1/sessions", platform.serviceToken("gateway"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(node.get("/actuator/env", platform.serviceToken("instance-service"))
                        .statusCode())
                .isIn(403, 404);
        assertThat(node.sessions()).isEmpty();
    }

    @Test
    void answersBadInputWithProblems() {
        String token = platform.serviceToken("instance-service");
        assertThat(node.post("/node/v1/commands", token, "{").statusCode()).isEqualTo(400);
        assertThat(node.post("/node/v1/commands", token, "{\"commands\":[{\"type\":\"DANCE\"}]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(node.post("/node/v1/commands", token, Map.of("commands", List.of()))
                        .statusCode())
                .isEqualTo(422);
        Map<String, Object> send = new HashMap<>(node.send(instance, 1, UUID.randomUUID(), friend, "x"));
        for (String field : List.of("commandId", "instanceId", "messageId", "whatsappId", "to", "text")) {
            Map<String, Object> without = new HashMap<>(send);
            without.remove(field);
            var response = node.post("/node/v1/commands", token, Map.of("commands", List.of(without)));
            assertThat(response.statusCode()).as(field).isEqualTo(422);
            assertThat(response.body()).contains("/commands/0/" + field);
        }
        send.put("text", "x".repeat(4097));
        assertThat(node.post("/node/v1/commands", token, Map.of("commands", List.of(send)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(node.post("/node/v1/commands", token, "[\"" + "x".repeat(17 << 20) + "\"]")
                        .statusCode())
                .isEqualTo(413);
        assertThat(node.post(
                                "/node/v1/commands",
                                token,
                                Map.of(
                                        "commands",
                                        List.of(Map.of(
                                                "commandId",
                                                UUID.randomUUID(),
                                                "type",
                                                "STOP",
                                                "instanceId",
                                                instance,
                                                "epoch",
                                                1,
                                                "saidByANewerPlatform",
                                                true))))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void losesReadinessWithTheRegistryAndRegainsIt() {
        platform.broken.put("heartbeats", 503);
        await().atMost(Duration.ofSeconds(5)).until(() -> node.health("readiness") == 503);
        assertThat(node.health("liveness")).isEqualTo(200);
        platform.broken.clear();
        await().atMost(Duration.ofSeconds(5)).until(() -> node.health("readiness") == 200);
    }

    @Test
    void registersAgainWhenTheRegistryHasForgottenIt() {
        int before = platform.registrations.size();
        platform.broken.put("heartbeats", 409);
        await().until(() -> platform.registrations.size() > before);
    }

    @Test
    void servesTheContractItPromises() {
        JsonNode served = tools.jackson.databind.json.JsonMapper.shared()
                .readTree(node.get("/v3/api-docs", "").body());
        JsonNode promised = OpenApiContract.of("device-node").document();
        assertThat(served.get("openapi").asString()).startsWith("3.1");
        assertThat(served.get("paths").propertyNames())
                .containsExactlyInAnyOrderElementsOf(promised.get("paths").propertyNames());
        promised.get("paths")
                .propertyNames()
                .forEach(path -> assertThat(served.get("paths").get(path).propertyNames())
                        .containsExactlyInAnyOrderElementsOf(
                                promised.get("paths").get(path).propertyNames()));
        for (String schema : List.of("Commands", "Command", "Results", "CommandResult", "SessionList", "SessionView")) {
            JsonNode mine = served.get("components").get("schemas").get(schema).get("properties");
            JsonNode theirs =
                    promised.get("components").get("schemas").get(schema).get("properties");
            assertThat(mine.propertyNames()).as(schema).containsExactlyInAnyOrderElementsOf(theirs.propertyNames());
        }
    }

    @Test
    void takesAndGivesWhatTheExamplesSay() {
        OpenApiContract contract = OpenApiContract.of("device-node");
        String token = platform.serviceToken("instance-service");
        JsonNode examples = contract.document()
                .at("/paths/~1node~1v1~1commands/post/requestBody/content/application~1json/examples");
        examples.propertyNames().forEach(name -> {
            String body = examples.get(name).get("value").toString();
            assertThat(contract.errors("Commands", body)).isEmpty();
            var response = node.post("/node/v1/commands", token, body);
            assertThat(response.statusCode()).as(name).isEqualTo(200);
            assertThat(contract.errors("Results", response.body())).isEmpty();
        });
        online(1);
        assertThat(contract.errors(
                        "SessionList", node.get("/node/v1/sessions", token).body()))
                .isEmpty();
    }

    private List<String> start(long epoch) {
        platform.epochs.put(instance, epoch);
        return node.command(node.start(instance, epoch));
    }

    private void online(long epoch) {
        start(epoch);
        link();
    }

    private void link() {
        await().until(() -> platform.state(instance).equals("QR"));
        String code = platform.events(instance, "session-state")
                .getLast()
                .get("payload")
                .get("qr")
                .get("code")
                .asString();
        simulator.scan(code, phone);
        await().until(() -> platform.state(instance).equals("ONLINE"));
    }

    private static void weather(Conditions.Range delivered, Conditions.Loss loss) {
        simulator
                .postman()
                .change(new Conditions(
                        delivered, simulator.postman().conditions().read(), loss));
    }

    private static String number() {
        return "+9471" + NUMBERS.incrementAndGet();
    }
}

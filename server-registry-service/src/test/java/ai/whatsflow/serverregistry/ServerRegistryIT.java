package ai.whatsflow.serverregistry;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.PlatformIT;
import ai.whatsflow.platform.test.PublishedEvent;
import ai.whatsflow.platform.test.Race;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestEvents;
import ai.whatsflow.platform.test.TestTokens;
import ai.whatsflow.serverregistry.server.SweepHeartbeats;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@PlatformIT
@DirtiesContext
@TestPropertySource(properties = "registry.health.sweep-interval=1h")
class ServerRegistryIT {

    private static final String TOPIC = "registry.server-health";

    @Autowired
    ApiClient api;

    @Autowired
    TestTokens tokens;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestEvents events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SweepHeartbeats sweepHeartbeats;

    private final TestNode node = new TestNode();

    @Test
    void carriesAServerFromCreationToItsEnd() {
        ApiResponse created = create(uniqueName());
        UUID serverId = UUID.fromString(created.at("/serverId"));
        assertThat(created.header("Location")).isEqualTo("/api/v1/servers/" + serverId);
        enrol(created.at("/enrolmentToken"), node).expect(201);
        UUID first = UUID.randomUUID();

        beat(serverId, first, 0.1).expectProblem(409, "register-first");
        ApiResponse registered = register(serverId, first).expect(200);
        assertThat(registered.at("/heartbeatInterval")).isEqualTo("PT1S");
        assertThat(registered.at("/leaseTime")).isEqualTo("PT15S");
        beat(serverId, first, 0.1).expect(204);
        ApiResponse online = read(serverId);
        assertThat(online.at("/status")).isEqualTo("ONLINE");
        assertThat(online.at("/url")).isEqualTo("http://127.0.0.1:9");
        assertThat(online.json().at("/sessions").asInt()).isEqualTo(2);

        UUID second = UUID.randomUUID();
        register(serverId, second).expect(200);
        beat(serverId, first, 0.1).expectProblem(409, "register-first");
        register(serverId, first).expectProblem(409, "boot-exited");
        exit(serverId, second).expect(204);
        assertThat(read(serverId).at("/status")).isEqualTo("OFFLINE");

        List<PublishedEvent> published =
                events.await(TOPIC, event -> event.key().equals(serverId.toString()), 4);
        assertThat(published)
                .extracting(event -> event.payload().get("version").asLong())
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(published).allMatch(event -> event.type().equals("registry.server-health.changed.v1"));
        assertThat(published.getLast().payload().get("exitedBootIds"))
                .extracting(id -> id.asString())
                .containsExactly(first.toString(), second.toString());
        assertThat(published.getLast().payload().has("bootId")).isFalse();
        assertThat(published.get(1).payload().at("/publicKey/kty").asString()).isEqualTo("RSA");
        assertThat(published.get(1).payload().at("/publicKey").has("d")).isFalse();
    }

    @Test
    void suspectsThenGivesUpASilentNodeAndWelcomesItBack() {
        UUID serverId = enrolled();
        UUID boot = UUID.randomUUID();
        register(serverId, boot).expect(200);

        silentFor(serverId, 2);
        Race.of(4, i -> sweepHeartbeats.sweep());
        assertThat(read(serverId).at("/status")).isEqualTo("SUSPECT");
        silentFor(serverId, 5);
        Race.of(4, i -> sweepHeartbeats.sweep());
        assertThat(read(serverId).at("/status")).isEqualTo("OFFLINE");
        sweepHeartbeats.sweep();
        beat(serverId, boot, 0.2).expect(204);
        assertThat(read(serverId).at("/status")).isEqualTo("ONLINE");

        List<PublishedEvent> published =
                events.await(TOPIC, event -> event.key().equals(serverId.toString()), 5);
        assertThat(published)
                .extracting(event -> event.payload().get("status").asString())
                .containsExactly("OFFLINE", "ONLINE", "SUSPECT", "OFFLINE", "ONLINE");
    }

    @Test
    void publishesMereMetricsNowAndThen() {
        UUID serverId = enrolled();
        UUID boot = UUID.randomUUID();
        register(serverId, boot).expect(200);
        for (int i = 0; i < 5; i++) {
            beat(serverId, boot, 0.1 + i / 10.0).expect(204);
        }
        jdbc.sql("UPDATE servers SET published_at = published_at - interval '3 s' WHERE id = :id")
                .param("id", serverId)
                .update();
        beat(serverId, boot, 0.9).expect(204);

        List<PublishedEvent> reported = events.await(
                TOPIC,
                event -> event.key().equals(serverId.toString())
                        && event.type().equals("registry.server-health.reported.v1"),
                1);
        assertThat(reported).hasSize(1);
        assertThat(reported.getFirst().payload().get("cpu").asDouble()).isEqualTo(0.9);
    }

    @Test
    void putsAServerIntoMaintenanceAndBack() {
        UUID serverId = enrolled();
        register(serverId, UUID.randomUUID()).expect(200);
        String owner = tokens.user(accounts.owner());

        assertThat(maintain(owner, serverId, Map.of("enabled", true))
                        .expect(200)
                        .at("/status"))
                .isEqualTo("MAINTENANCE");
        assertThat(maintain(owner, serverId, Map.of("enabled", true))
                        .expect(200)
                        .at("/status"))
                .isEqualTo("MAINTENANCE");
        assertThat(maintain(owner, serverId, Map.of("enabled", false))
                        .expect(200)
                        .at("/status"))
                .isEqualTo("ONLINE");
        maintain(owner, serverId, Map.of()).expectProblem(422, "invalid");
        maintain(owner, UUID.randomUUID(), Map.of("enabled", true)).expectProblem(404, "not-found");
    }

    @Test
    void usesAnEnrolmentTokenOnceUnderARace() {
        String token = create(uniqueName()).at("/enrolmentToken");

        List<Integer> statuses = Race.of(8, i -> enrol(token, new TestNode()).status());

        assertThat(statuses)
                .containsOnlyOnce(201)
                .filteredOn(status -> status == 401)
                .hasSize(7);
        enrol(token, node).expectProblem(401, "enrolment-refused");
    }

    @Test
    void refusesExpiredAndReplacedEnrolmentTokensAndKeepsNoneInPlain() {
        ApiResponse created = create(uniqueName());
        UUID serverId = UUID.fromString(created.at("/serverId"));
        String owner = tokens.user(accounts.owner());
        String newer = api.post("/api/v1/servers/" + serverId + "/enrolment-tokens", owner, null)
                .expect(201)
                .at("/enrolmentToken");

        enrol(created.at("/enrolmentToken"), node).expectProblem(401, "enrolment-refused");
        jdbc.sql("UPDATE enrolment_tokens SET expires_at = now() WHERE server_id = :id")
                .param("id", serverId)
                .update();
        enrol(newer, node).expectProblem(401, "enrolment-refused");
        assertThat(jdbc.sql("SELECT count(*) FROM enrolment_tokens t WHERE t::text LIKE '%' || :secret || '%'")
                        .param("secret", newer.substring(4))
                        .query(Long.class)
                        .single())
                .isZero();
        api.post("/api/v1/servers/" + UUID.randomUUID() + "/enrolment-tokens", owner, null)
                .expectProblem(404, "not-found");
    }

    @Test
    void refusesKeysThatAreNotPublicOrTooWeak() {
        String token = create(uniqueName()).at("/enrolmentToken");

        api.post("/node-api/v1/enrolments", null, Map.of("enrolmentToken", token, "publicKey", node.privateKey()))
                .expectProblem(422, "invalid");
        api.post("/node-api/v1/enrolments", null, Map.of("enrolmentToken", token, "publicKey", Map.of("kty", "EC")))
                .expectProblem(422, "invalid");
        api.post("/node-api/v1/enrolments", null, Map.of("publicKey", Map.of())).expectProblem(422, "invalid");
        enrol(token, node).expect(201);
    }

    @Test
    void refusesNodeTokensThatAreForgedStaleOrForSomethingElse() {
        UUID serverId = enrolled();
        UUID boot = UUID.randomUUID();
        Map<String, Object> body = TestNode.registration(boot);
        String path = "/node-api/v1/registrations";

        api.post(path, null, body).expectProblem(401, "node-token-invalid");
        api.post(path, new TestNode().token(serverId, boot), body).expectProblem(401, "node-token-invalid");
        api.post(path, tokens.user(accounts.owner()), body).expectProblem(401, "node-token-invalid");
        api.post(path, node.token(UUID.randomUUID(), boot), body).expectProblem(401, "node-token-invalid");
        api.post(path, node.token(serverId, UUID.randomUUID()), body).expectProblem(401, "node-token-invalid");
        api.post(path, node.token(serverId, boot, "whatsflow-api", Duration.ofSeconds(50)), body)
                .expectProblem(401, "node-token-invalid");
        api.post(path, node.token(serverId, boot, "whatsflow-nodes", Duration.ofMinutes(5)), body)
                .expectProblem(401, "node-token-invalid");
        api.post(path, node.token(serverId, boot, "whatsflow-nodes", Duration.ofMinutes(-5)), body)
                .expectProblem(401, "node-token-invalid");
        assertThat(read(serverId).json().has("bootId")).isFalse();
    }

    @Test
    void refusesBadFieldsOfNodes() {
        UUID serverId = enrolled();
        UUID boot = UUID.randomUUID();
        register(serverId, boot).expect(200);

        beat(serverId, boot, 1.5).expectProblem(422, "invalid");
        Map<String, Object> unstorable = new HashMap<>(TestNode.registration(boot));
        unstorable.put("region", "a\u0000b");
        api.post("/node-api/v1/registrations", node.token(serverId, boot), unstorable)
                .expectProblem(422, "invalid");
        api.post("/node-api/v1/heartbeats", node.token(serverId, boot), "{").expectProblem(400, "unreadable");
        api.post("/node-api/v1/registrations", node.token(serverId, boot), Map.of("bootId", boot))
                .expectProblem(400, "unreadable");
    }

    @Test
    void listsByPagesAndStatus() {
        for (int i = 0; i < 3; i++) {
            create(uniqueName());
        }
        String staff = tokens.user(accounts.employee("READ_ONLY"));

        ApiResponse first =
                api.get("/api/v1/servers?limit=2&status=OFFLINE", staff).expect(200);
        assertThat(first.json().get("items")).hasSize(2);
        ApiResponse second = api.get("/api/v1/servers?limit=2&status=OFFLINE&cursor=" + first.at("/nextCursor"), staff)
                .expect(200);
        assertThat(second.at("/items/0/serverId")).isGreaterThan(first.at("/items/1/serverId"));
        ApiResponse all = api.get("/api/v1/servers?limit=200", staff).expect(200);
        assertThat(all.json().get("nextCursor").isNull()).isTrue();
        api.get("/api/v1/servers?cursor=nonsense", staff).expectProblem(400, "unreadable");
        api.get("/api/v1/servers?limit=0", staff).expectProblem(422, "invalid");
        api.get("/api/v1/servers?limit=many", staff).expectProblem(400, "unreadable");
        api.get("/api/v1/servers/" + UUID.randomUUID(), staff).expectProblem(404, "not-found");
        api.get("/api/v1/servers/not-an-id", staff).expectProblem(400, "unreadable");
    }

    @Test
    void opensOnlyToThoseWhoMay() {
        Party reader = accounts.employee("READ_ONLY");
        Map<String, Object> body = Map.of("name", uniqueName(), "maxDevices", 10);

        api.get("/api/v1/servers", null).expectProblem(401, "unauthenticated");
        api.get("/api/v1/servers", tokens.forged(reader)).expectProblem(401, "unauthenticated");
        api.get("/api/v1/servers", tokens.user(accounts.customer())).expectProblem(403, "forbidden");
        api.get("/api/v1/servers/stream", tokens.user(accounts.subDealer())).expectProblem(403, "forbidden");
        api.post("/api/v1/servers", tokens.user(reader), body).expectProblem(403, "forbidden");
        api.post("/api/v1/servers", null, body).expectProblem(401, "unauthenticated");
        maintain(tokens.user(reader), UUID.randomUUID(), Map.of("enabled", true))
                .expectProblem(403, "forbidden");
        assertThat(jdbc.sql("SELECT count(*) FROM servers WHERE name = :name")
                        .param("name", body.get("name"))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesBadFieldsAndTakenNames() {
        String owner = tokens.user(accounts.owner());
        String name = uniqueName();
        create(name);

        api.post("/api/v1/servers", owner, Map.of("name", name, "maxDevices", 1))
                .expectProblem(409, "server-name-taken");
        ApiResponse invalid = api.post("/api/v1/servers", owner, Map.of("name", "Not A Label", "maxDevices", 0))
                .expectProblem(422, "invalid");
        assertThat(invalid.json().get("errors")).hasSize(2);
        api.post("/api/v1/servers", owner, "{\"name\":").expectProblem(400, "unreadable");
    }

    @Test
    void streamsHealthAsItChanges() throws IOException, InterruptedException {
        UUID serverId = enrolled();
        HttpRequest request = HttpRequest.newBuilder(URI.create(api.baseUrl() + "/api/v1/servers/stream"))
                .header("Authorization", "Bearer " + tokens.user(accounts.owner()))
                .build();
        HttpResponse<java.io.InputStream> stream =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        StringBuffer seen = new StringBuffer();
        Thread reader = Thread.ofVirtual().start(() -> {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
                lines.lines().forEach(line -> seen.append(line).append('\n'));
            } catch (IOException | java.io.UncheckedIOException closed) {
                // the test is over
            }
        });

        Await.until("the snapshot is there", () -> seen.indexOf(serverId.toString()) >= 0);
        register(serverId, UUID.randomUUID()).expect(200);
        Await.until("the change is there", () -> seen.indexOf("\nid:" + serverId + ":2\nevent:server\n") >= 0);
        assertThat(seen.toString()).contains("\"status\":\"ONLINE\"");
        stream.body().close();
        reader.join();
    }

    private ApiResponse create(String name) {
        return api.post(
                        "/api/v1/servers",
                        tokens.user(accounts.owner()),
                        Map.of("name", name, "maxDevices", 50, "region", "lk", "labels", Map.of("tier", "gold")))
                .expect(201);
    }

    private UUID enrolled() {
        ApiResponse created = create(uniqueName());
        enrol(created.at("/enrolmentToken"), node).expect(201);
        return UUID.fromString(created.at("/serverId"));
    }

    private ApiResponse enrol(String token, TestNode who) {
        return api.post("/node-api/v1/enrolments", null, Map.of("enrolmentToken", token, "publicKey", who.publicKey()));
    }

    private ApiResponse register(UUID serverId, UUID boot) {
        return api.post("/node-api/v1/registrations", node.token(serverId, boot), TestNode.registration(boot));
    }

    private ApiResponse beat(UUID serverId, UUID boot, double cpu) {
        return api.post("/node-api/v1/heartbeats", node.token(serverId, boot), TestNode.heartbeat(boot, cpu));
    }

    private ApiResponse exit(UUID serverId, UUID boot) {
        return api.post("/node-api/v1/exit-notices", node.token(serverId, UUID.randomUUID()), Map.of("bootId", boot));
    }

    private ApiResponse read(UUID serverId) {
        return api.get("/api/v1/servers/" + serverId, tokens.user(accounts.owner()))
                .expect(200);
    }

    private ApiResponse maintain(String token, UUID serverId, Map<String, Object> body) {
        return api.put("/api/v1/servers/" + serverId + "/maintenance", token, body);
    }

    private void silentFor(UUID serverId, int seconds) {
        jdbc.sql("UPDATE servers SET last_heartbeat_at = clock_timestamp() - :s * interval '1 s' WHERE id = :id")
                .param("s", seconds)
                .param("id", serverId)
                .update();
    }

    private static String uniqueName() {
        return "node-" + UUID.randomUUID();
    }
}

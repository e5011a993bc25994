package ai.whatsflow.instance;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.instance.support.FakeNode;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.PublishedEvent;
import ai.whatsflow.platform.test.Race;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class InstanceApiIT extends SteppedIT {

    private static final Map<String, String> BODY = Map.of("name", "Front desk", "engine", "simulated");

    @Test
    void saysThatTheSubscriptionIsNotKnownYet() {
        ApiResponse pending = api.post("/api/v1/instances", tokens.user(accounts.customer()), BODY)
                .expectProblem(409, "entitlement-pending");

        assertThat(pending.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void neverGoesBeyondTheDeviceLimitUnderARace() {
        Party customer = accounts.customer();
        neighbours.subscribe(customer, 2);
        String token = tokens.user(customer);

        List<Integer> statuses =
                Race.of(8, i -> api.post("/api/v1/instances", token, BODY).status());

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(2);
        assertThat(statuses).filteredOn(status -> status == 402).hasSize(6);
        api.post("/api/v1/instances", token, BODY).expectProblem(402, "device-limit-reached");
        String first = api.get("/api/v1/instances", token).at("/items/0/instanceId");
        api.delete("/api/v1/instances/" + first, token).expect(204);
        api.post("/api/v1/instances", token, BODY).expect(201);
    }

    @Test
    void refusesAnExpiredSubscription() {
        Party customer = accounts.customer();
        neighbours.expire(customer);

        api.post("/api/v1/instances", tokens.user(customer), BODY).expectProblem(402, "subscription-expired");
    }

    @Test
    void createsOncePerIdempotencyKey() {
        String token = tokens.user(customer());
        String key = UUID.randomUUID().toString();

        String first = api.post("/api/v1/instances", token, BODY, "Idempotency-Key", key)
                .expect(201)
                .at("/instanceId");
        String second = api.post("/api/v1/instances", token, BODY, "Idempotency-Key", key)
                .expect(201)
                .at("/instanceId");
        api.post("/api/v1/instances", token, Map.of("name", "Other", "engine", "simulated"), "Idempotency-Key", key)
                .expectProblem(422, "idempotency-key-reused");

        assertThat(second).isEqualTo(first);
        assertThat(api.get("/api/v1/instances", token).json().get("items")).hasSize(1);
    }

    @Test
    void refusesBadInput() {
        String token = tokens.user(customer());

        api.post("/api/v1/instances", token, Map.of("name", " ", "engine", "simulated"))
                .expectProblem(422, "invalid");
        api.post("/api/v1/instances", token, Map.of("name", "a\u0000b", "engine", "simulated"))
                .expectProblem(422, "invalid");
        api.post("/api/v1/instances", token, Map.of("name", "x", "engine", "carrier-pigeon"))
                .expectProblem(422, "engine-unknown");
        api.post("/api/v1/instances", token, "{\"name\":").expectProblem(400, "unreadable");
        api.post("/api/v1/instances", token, "{\"name\":\"" + "x".repeat(4_200_000) + "\"}")
                .expectProblem(413, "too-large");
        api.get("/api/v1/instances?state=SLEEPING", token).expectProblem(400, "unreadable");
        api.get("/api/v1/instances?limit=201", token).expectProblem(422, "invalid");
        api.get("/api/v1/instances?cursor=x", token).expectProblem(400, "unreadable");
        api.get("/api/v1/instances/no-id", token).expectProblem(400, "unreadable");
        api.get("/api/v1/instances/" + UUID.randomUUID(), token).expectProblem(404, "not-found");
        assertThat(api.get("/api/v1/instances", token).json().get("items")).isEmpty();
    }

    @Test
    void showsEachTierItsOwn() {
        Party dealer = accounts.subDealer();
        Party customer = accounts.customerOf(dealer);
        neighbours.subscribe(customer, 5);
        UUID instance = create(customer);
        Party stranger = customer();
        String path = "/api/v1/instances/" + instance;
        String foreign = tokens.user(stranger);

        for (String operation : List.of(path, path + "/events", path + "/qr")) {
            api.get(operation, foreign).expectProblem(404, "not-found");
        }
        api.post(path + "/restart", foreign, null).expectProblem(404, "not-found");
        api.delete(path, foreign).expectProblem(404, "not-found");
        assertThat(ids(foreign, "?accountId=" + customer.accountId())).isEmpty();
        assertThat(ids(tokens.user(customer), "")).containsExactly(instance.toString());
        assertThat(ids(tokens.user(dealer), "")).containsExactly(instance.toString());
        assertThat(ids(tokens.user(accounts.employee("READ_ONLY")), "?accountId=" + customer.accountId()))
                .containsExactly(instance.toString());
        assertThat(ids(tokens.user(accounts.subDealer()), "")).isEmpty();
    }

    @Test
    void opensOnlyToThoseWhoMay() {
        Party customer = customer();
        UUID instance = create(customer);
        Party dealer = accounts.subDealer();
        Party finance = accounts.employee("FINANCE_ADMIN");
        String path = "/api/v1/instances/" + instance;

        api.get("/api/v1/instances", null).expectProblem(401, "unauthenticated");
        api.get(path, tokens.forged(customer)).expectProblem(401, "unauthenticated");
        api.get(path, tokens.expired(customer)).expectProblem(401, "unauthenticated");
        api.get("/api/v1/instances", tokens.user(finance)).expectProblem(403, "forbidden");
        api.post("/api/v1/instances", tokens.user(dealer), BODY).expectProblem(403, "forbidden");
        api.delete(path, tokens.user(accounts.employee("READ_ONLY"))).expectProblem(403, "forbidden");
        api.get(path + "/qr", tokens.user(accounts.employee("READ_ONLY"))).expectProblem(403, "forbidden");
        api.get(path, tokens.apiKey(customer, UUID.randomUUID(), "instances:read"))
                .expect(200);
        api.delete(path, tokens.apiKey(customer, UUID.randomUUID(), "instances:read"))
                .expectProblem(403, "forbidden");
        api.get("/api/v1/instances", tokens.service("messaging-service")).expect(403);
    }

    @Test
    void showsTheQrCodeAsJsonAndPngAndKeepsItSealed() throws IOException, InterruptedException {
        Party customer = customer();
        FakeNode node = node();
        UUID instance = create(customer);
        placeSessions.place();
        String token = tokens.user(customer);
        String path = "/api/v1/instances/" + instance + "/qr";
        api.get(path, token).expectProblem(404, "qr-not-available");

        String code = "2@QR-" + UUID.randomUUID();
        node.report(instance, 1, "session-state", qr(code, 1)).expect(200);

        ApiResponse json = api.get(path, token).expect(200);
        assertThat(json.at("/code")).isEqualTo(code);
        assertThat(json.json().get("of").asInt()).isEqualTo(6);
        assertThat(json.header("Cache-Control")).contains("no-store");
        HttpResponse<byte[]> png = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(api.baseUrl() + path))
                                .header("Authorization", "Bearer " + token)
                                .header("Accept", "image/png")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(png.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(png.body())).getWidth())
                .isEqualTo(320);
        assertThat(rowsContaining("qr_codes", code)).isZero();
        PublishedEvent issued = events.await(
                        "instance.session",
                        event -> event.key().equals(instance.toString())
                                && event.type().equals("instance.session.qr-issued.v1"),
                        1)
                .getFirst();
        assertThat(issued.payload().toString()).doesNotContain(code);

        node.online(instance, 1);
        api.get(path, token).expectProblem(404, "qr-not-available");
        assertThat(jdbc.sql("SELECT count(*) FROM qr_codes WHERE instance_id = :id")
                        .param("id", instance)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void streamsStateAndCodes() throws IOException, InterruptedException {
        Party customer = customer();
        FakeNode node = node();
        UUID instance = create(customer);
        placeSessions.place();
        String code = "2@QR-" + UUID.randomUUID();
        try (InputStream owner = open(instance, tokens.user(customer));
                InputStream auditor = open(instance, tokens.user(accounts.employee("READ_ONLY")))) {
            StringBuffer seen = read(owner);
            StringBuffer audited = read(auditor);
            Await.until("the first state is there", () -> seen.indexOf("\"STARTING\"") >= 0);
            node.report(instance, 1, "session-state", qr(code, 1)).expect(200);
            Await.until("the code is there", () -> seen.indexOf("event:qr") >= 0);
            node.online(instance, 1);
            Await.until("it is online", () -> seen.indexOf("\"ONLINE\"") >= 0);
            Await.until("the auditor sees it too", () -> audited.indexOf("\"ONLINE\"") >= 0);
            api.delete("/api/v1/instances/" + instance, tokens.user(customer)).expect(204);
            Await.until("it is gone", () -> seen.indexOf("\"DELETED\"") >= 0);

            assertThat(seen).contains(code).contains("\"phone\":\"+94770000001\"");
            assertThat(audited.toString()).doesNotContain(code).contains("\"QR\"");
        }
    }

    @Test
    void deletesAnInstanceWithItsSecretsAndItsSession() {
        Party customer = customer();
        FakeNode node = node();
        UUID instance = online(customer, node);
        node.save(instance, 1, 0, "state".getBytes(StandardCharsets.UTF_8));
        String token = tokens.user(customer);

        api.delete("/api/v1/instances/" + instance, token).expect(204);

        api.get("/api/v1/instances/" + instance, token).expectProblem(404, "not-found");
        api.delete("/api/v1/instances/" + instance, token).expectProblem(404, "not-found");
        assertThat(node.save(instance, 1, 1, "late".getBytes(StandardCharsets.UTF_8))
                        .get("outcome")
                        .asString())
                .isEqualTo("STALE");
        assertThat(jdbc.sql("SELECT count(*) FROM vaults WHERE instance_id = :id")
                        .param("id", instance)
                        .query(Integer.class)
                        .single())
                .isZero();
        placeSessions.place();
        deliver(node);
        assertThat(node.commands("STOP")).hasSize(1);
        node.release(instance, 1).expect(204);
        placeSessions.place();
        assertThat(owner(instance)).isNull();
        events.await(
                "instance.session",
                event -> event.key().equals(instance.toString())
                        && event.payload().get("state").asString().equals("DELETED"),
                1);
    }

    @Test
    void startsAFreshSessionAfterALogOut() {
        Party customer = customer();
        FakeNode node = node();
        UUID instance = online(customer, node);
        node.save(instance, 1, 0, "linked".getBytes(StandardCharsets.UTF_8));
        node.report(instance, 1, "session-state", Map.of("state", "LOGGED_OUT", "reason", "logged-out"))
                .expect(200);
        node.release(instance, 1).expect(204);
        assertThat(placeSessions.place()).isZero();

        api.post("/api/v1/instances/" + instance + "/restart", tokens.user(customer), null)
                .expect(202);
        assertThat(placeSessions.place()).isEqualTo(1);
        assertThat(epoch(instance)).isEqualTo(2);
        assertThat(node.load(instance, 2).get("outcome").asString()).isEqualTo("EMPTY");
        node.save(instance, 2, 0, "linked again".getBytes(StandardCharsets.UTF_8));
        assertThat(node.load(instance, 2).get("version").asLong()).isEqualTo(2);
    }

    @Test
    void doesNotShowCodesForeverToNobody() {
        Party customer = customer();
        FakeNode node = node();
        UUID instance = create(customer);
        placeSessions.place();
        node.report(instance, 1, "session-state", Map.of("state", "STOPPED", "reason", "pairing-timed-out"))
                .expect(200);
        node.release(instance, 1).expect(204);

        assertThat(placeSessions.place()).isZero();
        assertThat(api.get("/api/v1/instances/" + instance, tokens.user(customer))
                        .at("/reason"))
                .isEqualTo("pairing-timed-out");
        api.post("/api/v1/instances/" + instance + "/restart", tokens.user(customer), null)
                .expect(202);
        assertThat(placeSessions.place()).isEqualTo(1);
    }

    @Test
    void listsByPages() {
        Party customer = customer();
        String token = tokens.user(customer);
        List<UUID> created = List.of(create(customer), create(customer), create(customer));

        ApiResponse first = api.get("/api/v1/instances?limit=2", token).expect(200);
        ApiResponse second = api.get("/api/v1/instances?limit=2&cursor=" + first.at("/nextCursor"), token)
                .expect(200);

        assertThat(first.json().get("items"))
                .extracting(item -> item.get("instanceId").asString())
                .containsExactly(created.get(0).toString(), created.get(1).toString());
        assertThat(second.at("/items/0/instanceId")).isEqualTo(created.get(2).toString());
        assertThat(second.json().get("nextCursor").isNull()).isTrue();
        assertThat(second.json().at("/items/0/simulated").asBoolean()).isTrue();
        assertThat(api.get("/api/v1/instances?state=ONLINE", token).json().get("items"))
                .isEmpty();
    }

    private long rowsContaining(String table, String plain) {
        return jdbc.sql(
                        "SELECT count(*) FROM " + table
                                + " t WHERE position(convert_to(:plain, 'UTF8') in t.sealed) > 0 OR t::text LIKE '%' || :plain || '%'")
                .param("plain", plain)
                .query(Long.class)
                .single();
    }

    private List<String> ids(String token, String query) {
        List<String> ids = new java.util.ArrayList<>();
        api.get("/api/v1/instances" + query, token)
                .expect(200)
                .json()
                .get("items")
                .forEach(item -> ids.add(item.get("instanceId").asString()));
        return ids;
    }

    private InputStream open(UUID instance, String token) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(api.baseUrl() + "/api/v1/instances/" + instance + "/events"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    private static StringBuffer read(InputStream stream) {
        StringBuffer seen = new StringBuffer();
        Thread.ofVirtual().start(() -> {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                lines.lines().forEach(line -> seen.append(line).append('\n'));
            } catch (IOException | UncheckedIOException closed) {
                // the test is over
            }
        });
        return seen;
    }

    private static Map<String, Object> qr(String code, int attempt) {
        return Map.of(
                "state",
                "QR",
                "qr",
                Map.of(
                        "code",
                        code,
                        "attempt",
                        attempt,
                        "of",
                        6,
                        "expiresAt",
                        Instant.now().plusSeconds(60).toString()));
    }
}

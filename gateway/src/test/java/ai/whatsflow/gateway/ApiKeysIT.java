package ai.whatsflow.gateway;

import static ai.whatsflow.gateway.world.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.gateway.route.ServiceName;
import ai.whatsflow.gateway.world.Party;
import ai.whatsflow.gateway.world.RunningGateway;
import ai.whatsflow.gateway.world.StubService;
import ai.whatsflow.gateway.world.World;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.Race;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** API keys with two gateways running. */
class ApiKeysIT {

    private static final World WORLD = World.shared();
    private static final StubService IDENTITY = WORLD.service(ServiceName.IDENTITY);
    private static final String EXCHANGE = "/internal/v1/api-key-tokens";
    private static final JsonMapper MAPPER = new JsonMapper();

    private record Issued(UUID id, Party party, List<String> scopes) {}

    private static RunningGateway one;
    private static RunningGateway two;
    private static Party customer;
    private static final Map<String, Issued> KEYS = new ConcurrentHashMap<>();
    private final AtomicInteger exchanges = new AtomicInteger();

    @BeforeAll
    static void start() {
        one = WORLD.gateway().awaitReady();
        two = WORLD.start().awaitReady();
        customer = WORLD.identity().customer();
        one.awaitKnown(customer);
        two.awaitKnown(customer);
    }

    @AfterAll
    static void stop() {
        two.close();
    }

    @BeforeEach
    void identityExchanges() {
        IDENTITY.on(EXCHANGE, this::exchange);
    }

    @AfterEach
    void identityForgets() {
        IDENTITY.off(EXCHANGE);
        KEYS.clear();
    }

    @Test
    void forwardsAnInternalTokenInsteadOfTheKey() {
        String key = issue("messages:create");

        assertThat(call(one, key)).isEqualTo(200);

        StubService.Received received = WORLD.service(ServiceName.MESSAGING).last();
        assertThat(received.header("authorization")).startsWith("Bearer internal-");
        assertThat(received.header("x-api-key")).isNull();
        assertThat(one.get("/api/v1/messages", key).statusCode())
                .as("as a bearer token")
                .isEqualTo(200);
        assertThat(exchanges).hasValue(1);
    }

    @Test
    void exchangesOnceForManyCallsAtTheSameMoment() {
        String key = issue("messages:create");

        List<Integer> statuses = Race.of(24, thread -> call(one, key));

        assertThat(statuses).containsOnly(200);
        assertThat(exchanges).hasValue(1);
    }

    @Test
    void refusesARevokedKeyEverywhereWithinASecond() {
        String key = issue("messages:create");
        assertThat(call(one, key)).isEqualTo(200);
        assertThat(call(two, key)).isEqualTo(200);

        UUID id = KEYS.remove(key).id();
        WORLD.identity().apiKeyRevoked(id, customer);

        Await.until("both refuse it", Duration.ofSeconds(1), () -> call(one, key) == 401 && call(two, key) == 401);
        assertProblem(one.send(one.request("/api/v1/messages").header("X-API-Key", key)), 401, "api-key-invalid");
    }

    @Test
    void refusesAKeyRevokedWhileItsExchangeIsUnderWay() throws Exception {
        String key = issue("messages:create");
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        IDENTITY.on(EXCHANGE, exchange -> {
            asked.countDown();
            goOn.await();
            exchange(exchange);
        });
        Thread late = Thread.startVirtualThread(() -> {
            try {
                asked.await();
                WORLD.identity().apiKeyRevoked(KEYS.get(key).id(), customer);
                Await.until(
                        "the tombstone is there",
                        () -> one.bean(ai.whatsflow.gateway.directory.RevokedApiKeys.class)
                                .contains(KEYS.get(key).id()));
                goOn.countDown();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(call(one, key)).isEqualTo(401);
        assertThat(call(one, key)).isEqualTo(401);
        late.join();
    }

    @Test
    void keepsAKeyWithinItsScopes() {
        String key = issue("messages:create");

        assertProblem(one.send(one.request("/api/v1/contacts").header("X-API-Key", key)), 403, "forbidden");
    }

    @Test
    void refusesUnknownKeysWithoutAskingTwice() {
        for (int i = 0; i < 5; i++) {
            assertProblem(
                    one.send(one.request("/api/v1/messages").header("X-API-Key", "wf_nobody_has_this_one")),
                    401,
                    "api-key-invalid");
        }
        assertThat(exchanges).hasValue(1);
    }

    @Test
    void servesKnownKeysAndSays503ForNewOnesWhileIdentityIsAway() {
        String known = issue("messages:create");
        assertThat(call(one, known)).isEqualTo(200);
        String unknown = issue("messages:create");
        IDENTITY.stop();
        try {
            assertThat(call(one, known)).isEqualTo(200);
            assertProblem(
                    one.send(one.request("/api/v1/messages").header("X-API-Key", unknown)),
                    503,
                    "dependency-unavailable");
        } finally {
            IDENTITY.start();
        }
        assertThat(call(one, unknown)).isEqualTo(200);
    }

    private static int call(RunningGateway gateway, String key) {
        return gateway.send(gateway.request("/api/v1/messages").header("X-API-Key", key))
                .statusCode();
    }

    private static String issue(String... scopes) {
        String key = "wf_" + UUID.randomUUID().toString().replace("-", "");
        KEYS.put(key, new Issued(UUID.randomUUID(), customer, List.of(scopes)));
        return key;
    }

    private void exchange(HttpExchange exchange) throws IOException {
        exchanges.incrementAndGet();
        boolean mine = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .startsWith("Bearer ey");
        JsonNode body = MAPPER.readTree(exchange.getRequestBody().readAllBytes());
        Issued issued = KEYS.get(body.path("key").asString());
        if (!mine || issued == null) {
            IDENTITY.answer(exchange, 401, "application/problem+json", """
                    {"type":"https://whatsflow.ai/problems/%s","status":401}""".formatted(
                            mine ? "api-key-invalid" : "unauthenticated"));
            return;
        }
        byte[] answer = MAPPER.writeValueAsBytes(Map.of(
                "token", "internal-" + exchanges.get(),
                "expiresAt", Instant.now().plusSeconds(60).toString(),
                "apiKeyId", issued.id(),
                "accountId", issued.party().accountId(),
                "userId", issued.party().userId(),
                "scopes", issued.scopes()));
        IDENTITY.answer(exchange, 200, "application/json", new String(answer, StandardCharsets.UTF_8));
    }
}

package ai.whatsflow.gateway;

import static ai.whatsflow.gateway.world.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.gateway.route.ServiceName;
import ai.whatsflow.gateway.world.Party;
import ai.whatsflow.gateway.world.RawHttp;
import ai.whatsflow.gateway.world.RunningGateway;
import ai.whatsflow.gateway.world.StubService;
import ai.whatsflow.gateway.world.World;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What every request is given and relieved of at the edge. */
class EdgeIT {

    private static final World WORLD = World.shared();
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static RunningGateway gateway;
    private static String token;

    @BeforeAll
    static void start() {
        gateway = WORLD.gateway().awaitReady();
        Party customer = WORLD.identity().customer();
        token = WORLD.keycloak().tokenOf(customer);
        gateway.awaitKnown(customer);
    }

    @Test
    void forwardsPathQueryBodyAndCredential() {
        HttpResponse<String> response = gateway.send(gateway.request("/api/v1/messages?limit=5&q=a%20b", token)
                .header("Idempotency-Key", "k-1")
                .POST(BodyPublishers.ofString("{\"to\":\"+94771234567\"}")));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"ok\":true}");
        StubService.Received received = WORLD.service(ServiceName.MESSAGING).last();
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.uri()).isEqualTo("/api/v1/messages?limit=5&q=a%20b");
        assertThat(received.bodyLength()).isEqualTo(21);
        assertThat(received.header("authorization")).isEqualTo("Bearer " + token);
        assertThat(received.header("idempotency-key")).isEqualTo("k-1");
    }

    @Test
    void forwardsAChunkedBody() {
        gateway.send(gateway.request("/api/v1/messages", token)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[200_000]))));

        assertThat(WORLD.service(ServiceName.MESSAGING).last().bodyLength()).isEqualTo(200_000);
    }

    @Test
    void keepsEchoesAndForwardsTheRequestIdAndTrace() {
        HttpResponse<String> response = gateway.send(gateway.request("/api/v1/messages", token)
                .header("X-Request-Id", "my-request-77")
                .header("traceparent", TRACE));

        assertThat(response.headers().firstValue("x-request-id")).contains("my-request-77");
        StubService.Received received = WORLD.service(ServiceName.MESSAGING).last();
        assertThat(received.header("x-request-id")).isEqualTo("my-request-77");
        assertThat(received.header("traceparent")).isEqualTo(TRACE);
    }

    @Test
    void makesIdsWhereThereAreNoneOrBadOnes() {
        HttpResponse<String> response =
                gateway.send(gateway.request("/api/v1/messages", token).header("X-Request-Id", "bad id"));

        StubService.Received received = WORLD.service(ServiceName.MESSAGING).last();
        assertThat(received.header("x-request-id"))
                .matches("[0-9a-f]{32}")
                .isEqualTo(response.headers().firstValue("x-request-id").orElseThrow());
        assertThat(received.header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
    }

    @Test
    void stripsWhatNobodyOutsideMaySay() {
        gateway.send(gateway.request("/api/v1/messages", token)
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Host", "evil.test")
                .header("Forwarded", "for=6.6.6.6")
                .header("X-Internal-Account", "1")
                .header("Cookie", "a=b"));

        StubService.Received received = WORLD.service(ServiceName.MESSAGING).last();
        assertThat(received.header("x-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(received.headers())
                .doesNotContainKeys("x-forwarded-host", "forwarded", "x-internal-account", "cookie");
    }

    @Test
    void forwardsNoCredentialOnOpenRoutes() {
        HttpResponse<String> response =
                gateway.send(gateway.request("/api/v1/public/packages").header("Authorization", "Bearer nonsense"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(WORLD.service(ServiceName.BILLING).last().header("authorization"))
                .isNull();
    }

    @Test
    void takesThePaymentNotificationWithoutAToken() {
        HttpResponse<String> response = gateway.send(gateway.request("/api/v1/payments/payhere/notify")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("order_id=1&md5sig=x")));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(WORLD.service(ServiceName.BILLING).last().bodyLength()).isEqualTo(19);
    }

    @Test
    void setsSecurityHeadersOnEveryAnswer() {
        for (HttpResponse<String> response : java.util.List.of(
                gateway.get("/api/v1/messages", token), gateway.get("/api/v1/messages"), gateway.get("/nowhere"))) {
            assertThat(response.headers().allValues("x-content-type-options")).containsExactly("nosniff");
            assertThat(response.headers().allValues("x-frame-options")).containsExactly("DENY");
            assertThat(response.headers().firstValue("content-security-policy")).isPresent();
            assertThat(response.headers().firstValue("cache-control")).contains("no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/internal/v1/jwks.json",
                "/internal/v1/api-key-tokens",
                "/node-api/v1/events",
                "/node/v1/commands",
                "/actuator",
                "/actuator/env",
                "/actuator/gateway",
                "/actuator/heapdump",
                "/api/v1/unknown",
                "/api/v2/messages",
                "/webjars/swagger-ui/index.html",
                "/v3/api-docs/nobody",
                "/v3/api-docs"
            })
    void servesNothingElse(String path) {
        HttpResponse<String> response = gateway.get(path, token);
        if (path.equals("/")) {
            assertThat(response.statusCode()).isEqualTo(307);
        } else {
            assertProblem(response, 404, "not-found");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/messages/../../../internal/v1/jwks.json",
                "/api/v1/messages/%2e%2e/%2e%2e/%2e%2e/internal/v1/jwks.json",
                "/api/v1/messages/..%2f..%2f..%2finternal",
                "/api/v1/messages;x=/../internal",
                "/api/v1//messages"
            })
    void refusesPathsThatCouldMeanSomethingElseBehind(String path) throws Exception {
        int before = WORLD.service(ServiceName.MESSAGING).received().size();

        assertThat(RawHttp.status(gateway.port(), "GET " + path + " HTTP/1.1\r\nAuthorization: Bearer " + token))
                .isEqualTo(400);
        assertThat(WORLD.service(ServiceName.MESSAGING).received()).hasSize(before);
    }

    @Test
    void refusesMethodsThatNobodyOffers() throws Exception {
        assertThat(RawHttp.status(gateway.port(), "TRACE /api/v1/messages HTTP/1.1"))
                .isEqualTo(405);
        assertProblem(gateway.get("/api/v1/sign-ups"), 405, "method-not-allowed");
    }

    @Test
    void refusesAnnouncedBodiesThatAreTooLarge() {
        assertProblem(
                gateway.send(gateway.request("/api/v1/messages", token)
                        .POST(BodyPublishers.ofByteArray(new byte[1024 * 1024 + 1]))),
                413,
                "too-large");
        assertProblem(
                gateway.send(gateway.request("/api/v1/payments/payhere/notify")
                        .POST(BodyPublishers.ofByteArray(new byte[64 * 1024 + 1]))),
                413,
                "too-large");
        assertThat(gateway.send(gateway.request("/api/v1/message-batches", token)
                                .POST(BodyPublishers.ofByteArray(new byte[4 * 1024 * 1024])))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesChunkedBodiesThatTurnOutTooLarge() throws Exception {
        String answer =
                RawHttp.chunked(gateway.port(), "/api/v1/messages", "Authorization: Bearer " + token, 3 * 1024 * 1024);

        assertThat(answer).startsWith("HTTP/1.1 413").contains("problems/too-large");
    }

    @Test
    void staysUsableAfterARefusedBody() {
        for (int i = 0; i < 20; i++) {
            gateway.send(gateway.request("/api/v1/messages", token)
                    .POST(BodyPublishers.ofByteArray(new byte[1024 * 1024 + 1])));
        }
        assertThat(gateway.get("/api/v1/messages", token).statusCode()).isEqualTo(200);
    }

    @Test
    void answersPreflightsOfTheFrontends() {
        HttpResponse<String> response = gateway.send(preflight("https://app.whatsflow.test"));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("access-control-allow-origin")).contains("https://app.whatsflow.test");
        assertThat(response.headers().firstValue("access-control-allow-headers").orElse(""))
                .contains("Authorization", "Idempotency-Key");
        assertThat(response.headers().firstValue("access-control-allow-methods").orElse(""))
                .contains("DELETE");
        assertThat(response.headers().firstValue("access-control-max-age")).contains("3600");
        assertThat(response.headers().firstValue("access-control-allow-credentials"))
                .isEmpty();
    }

    @Test
    void refusesPreflightsFromElsewhere() {
        HttpResponse<String> response = gateway.send(preflight("https://evil.test"));

        assertProblem(response, 403, "origin-refused");
        assertThat(response.headers().firstValue("access-control-allow-origin")).isEmpty();
    }

    @Test
    void letsFrontendsReadAnswersAndRefusals() {
        for (String credential : new String[] {token, "nonsense"}) {
            HttpResponse<String> response = gateway.send(
                    gateway.request("/api/v1/messages", credential).header("Origin", "https://app.whatsflow.test"));
            assertThat(response.headers().allValues("access-control-allow-origin"))
                    .containsExactly("https://app.whatsflow.test");
            assertThat(response.headers().allValues("vary")).contains("Origin");
        }
        HttpResponse<String> foreign =
                gateway.send(gateway.request("/api/v1/messages", token).header("Origin", "https://evil.test"));
        assertThat(foreign.headers().firstValue("access-control-allow-origin")).isEmpty();
    }

    @Test
    void showsTheServicesApisUnderOneRoof() {
        StubService identity = WORLD.service(ServiceName.IDENTITY);
        identity.on("/v3/api-docs", exchange -> identity.answer(exchange, 200, "application/json", """
                {"openapi":"3.1.0","servers":[{"url":"http://127.0.0.1:22001"}],
                 "paths":{"/api/v1/me":{},"/internal/v1/jwks.json":{},"/api/v1/accounts/{id}":{}}}"""));

        JsonNode document = RunningGateway.json(gateway.get("/v3/api-docs/identity"));

        assertThat(document.get("servers").get(0).get("url").asString()).isEqualTo("/");
        assertThat(document.get("paths").propertyNames()).containsExactly("/api/v1/me", "/api/v1/accounts/{id}");
        identity.on("/v3/api-docs", exchange -> identity.answer(exchange, 500, "text/plain", "broken"));
        assertThat(gateway.get("/v3/api-docs/identity").statusCode()).isEqualTo(200);
    }

    @Test
    void showsADocsPageEvenWhenAServiceIsAway() {
        StubService payout = WORLD.service(ServiceName.PAYOUT);
        payout.stop();
        try {
            assertProblem(gateway.get("/v3/api-docs/payout"), 503, "dependency-unavailable");
            HttpResponse<String> page = gateway.get("/docs");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("content-type").orElse("")).startsWith("text/html");
            assertThat(page.body()).contains("/docs/assets/swagger-ui-bundle.js");
            assertThat(gateway.get("/docs/services.js").body()).contains("/v3/api-docs/payout");
            assertThat(gateway.get("/docs/start.js").statusCode()).isEqualTo(200);
            assertThat(gateway.get("/docs/assets/swagger-ui-bundle.js").statusCode())
                    .isEqualTo(200);
            assertThat(gateway.get("/docs/assets/swagger-ui.css").statusCode()).isEqualTo(200);
        } finally {
            payout.start();
        }
    }

    @Test
    void tellsItsHealthAndMetricsWithoutDetails() {
        gateway.get("/api/v1/messages", token);
        JsonNode health = RunningGateway.json(gateway.get("/actuator/health"));
        assertThat(health.get("components").propertyNames()).contains("replicas", "signingKeys", "redis", "kafka");
        assertThat(health.get("components").get("redis").propertyNames()).containsExactly("status");
        assertThat(gateway.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(gateway.get("/actuator/prometheus").body())
                .contains("gateway_requests_seconds_count{")
                .contains("route=\"messages\"")
                .contains("resilience4j_circuitbreaker_state");
    }

    private static java.net.http.HttpRequest.Builder preflight(String origin) {
        return gateway.request("/api/v1/messages")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,idempotency-key");
    }
}

package ai.whatsflow.gateway;

import static ai.whatsflow.gateway.world.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.gateway.route.ServiceName;
import ai.whatsflow.gateway.world.Party;
import ai.whatsflow.gateway.world.RunningGateway;
import ai.whatsflow.gateway.world.StubService;
import ai.whatsflow.gateway.world.World;
import ai.whatsflow.platform.test.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Services that are down, silent, streaming. */
class UpstreamIT {

    private static final World WORLD = World.shared();
    private static RunningGateway gateway;
    private static Party customer;
    private static String token;

    @BeforeAll
    static void start() {
        gateway = WORLD.start(
                        "gateway.upstream.response-timeout=500ms",
                        "gateway.upstream.breaker.minimum=5",
                        "gateway.upstream.breaker.window=10",
                        "gateway.upstream.breaker.open=1s",
                        "gateway.upstream.breaker.trials=1")
                .awaitReady();
        customer = WORLD.identity().customer();
        token = WORLD.keycloak().tokenOf(customer);
        gateway.awaitKnown(customer);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @AfterEach
    void letBreakersClose() {
        for (String path : new String[] {"/api/v1/contacts", "/api/v1/messages", "/api/v1/instances"}) {
            Await.until(path + " answers", () -> gateway.get(path, token).statusCode() == 200);
        }
    }

    @Test
    void answers503WhileAServiceIsDownAndLeavesTheOthersAlone() {
        StubService contacts = WORLD.service(ServiceName.CONTACT);
        contacts.stop();
        try {
            for (int i = 0; i < 12; i++) {
                HttpResponse<String> response = gateway.get("/api/v1/contacts", token);
                assertProblem(response, 503, "dependency-unavailable");
                assertThat(response.headers().firstValueAsLong("retry-after")).isPresent();
            }
            assertThat(RunningGateway.json(gateway.get("/api/v1/contacts", token))
                            .get("detail")
                            .asString())
                    .as("the breaker is open")
                    .contains("given a rest");
            assertThat(gateway.get("/api/v1/messages", token).statusCode()).isEqualTo(200);
            assertThat(gateway.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        } finally {
            contacts.start();
        }
        Await.until(
                "it recovers",
                Duration.ofSeconds(5),
                () -> gateway.get("/api/v1/contacts", token).statusCode() == 200);
    }

    @Test
    void answers504WhenAServiceIsSilent() {
        StubService contacts = WORLD.service(ServiceName.CONTACT);
        CountDownLatch end = new CountDownLatch(1);
        contacts.on("/api/v1/contacts", exchange -> end.await());
        try {
            long started = System.nanoTime();
            HttpResponse<String> response = gateway.get("/api/v1/contacts", token);

            assertProblem(response, 504, "upstream-timeout");
            assertThat(response.headers().firstValue("retry-after")).contains("1");
            assertThat(System.nanoTime() - started).isLessThan(3_000_000_000L);
        } finally {
            contacts.off("/api/v1/contacts");
            end.countDown();
        }
    }

    @Test
    void passesAServicesOwnRefusalsThroughAndDoesNotCountThem() {
        StubService contacts = WORLD.service(ServiceName.CONTACT);
        contacts.on(
                "/api/v1/contacts/7",
                exchange -> contacts.answer(
                        exchange, 503, "application/problem+json", "{\"type\":\"theirs\",\"status\":503}"));
        try {
            for (int i = 0; i < 15; i++) {
                HttpResponse<String> response = gateway.get("/api/v1/contacts/7", token);
                assertThat(response.statusCode()).isEqualTo(503);
                assertThat(response.body()).isEqualTo("{\"type\":\"theirs\",\"status\":503}");
            }
            assertThat(gateway.get("/api/v1/contacts", token).statusCode()).isEqualTo(200);
        } finally {
            contacts.off("/api/v1/contacts/7");
        }
    }

    @Test
    void passesEventsOnAsTheyComeAndNeverTimesThemOut() throws Exception {
        StubService messaging = WORLD.service(ServiceName.MESSAGING);
        CountDownLatch seen = new CountDownLatch(1);
        messaging.on("/api/v1/messages/stream", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            write(exchange.getResponseBody(), "event: status\ndata: 1\n\n");
            seen.await();
            Thread.sleep(Duration.ofMillis(1_500));
            write(exchange.getResponseBody(), "event: status\ndata: 2\n\n");
        });
        try {
            BufferedReader events = stream("/api/v1/messages/stream");

            assertThat(events.readLine()).isEqualTo("event: status");
            assertThat(events.readLine()).isEqualTo("data: 1");
            seen.countDown();
            assertThat(events.readLine()).isEmpty();
            assertThat(events.readLine()).isEqualTo("event: status");
            assertThat(events.readLine()).isEqualTo("data: 2");
        } finally {
            messaging.off("/api/v1/messages/stream");
        }
    }

    @Test
    void waitsForTheFirstEventOfAStream() throws Exception {
        StubService instances = WORLD.service(ServiceName.INSTANCE);
        instances.on("/api/v1/instances/7/events", exchange -> {
            Thread.sleep(Duration.ofMillis(1_200));
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            write(exchange.getResponseBody(), "data: late\n\n");
        });
        try {
            assertThat(stream("/api/v1/instances/7/events").readLine()).isEqualTo("data: late");
        } finally {
            instances.off("/api/v1/instances/7/events");
        }
    }

    @Test
    void endsTheStreamOfACallerWhoIsSignedOut() throws Exception {
        Party leaver = WORLD.identity().customer();
        gateway.awaitKnown(leaver);
        String theirs = WORLD.keycloak().tokenOf(leaver);
        StubService messaging = WORLD.service(ServiceName.MESSAGING);
        CountDownLatch disconnected = new CountDownLatch(1);
        messaging.on("/api/v1/messages/stream", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    write(exchange.getResponseBody(), ": heartbeat\n\n");
                    Thread.sleep(Duration.ofMillis(50));
                }
            } catch (IOException gone) {
                disconnected.countDown();
            }
        });
        try (BufferedReader events = new BufferedReader(new InputStreamReader(
                gateway.send(
                                gateway.request("/api/v1/messages/stream", theirs),
                                HttpResponse.BodyHandlers.ofInputStream())
                        .body(),
                StandardCharsets.UTF_8))) {
            assertThat(events.readLine()).isEqualTo(": heartbeat");

            WORLD.identity().publishUser(leaver, "disabled", "DISABLED", java.util.List.of("*:*"), null);

            assertThat(events.lines().count()).isLessThan(1_000);
            assertThat(disconnected.await(5, java.util.concurrent.TimeUnit.SECONDS))
                    .isTrue();
        } finally {
            messaging.off("/api/v1/messages/stream");
        }
    }

    @Test
    void endsStreamsWhenItShutsDownSoThatClientsReconnectElsewhere() throws Exception {
        StubService messaging = WORLD.service(ServiceName.MESSAGING);
        messaging.on("/api/v1/messages/stream", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            write(exchange.getResponseBody(), ": heartbeat\n\n");
            Thread.sleep(Duration.ofSeconds(15));
        });
        try {
            RunningGateway leaving = WORLD.start().awaitReady();
            leaving.awaitKnown(customer);
            BufferedReader events = new BufferedReader(new InputStreamReader(
                    leaving.send(
                                    leaving.request("/api/v1/messages/stream", token),
                                    HttpResponse.BodyHandlers.ofInputStream())
                            .body(),
                    StandardCharsets.UTF_8));
            assertThat(events.readLine()).isEqualTo(": heartbeat");

            long started = System.nanoTime();
            leaving.close();

            assertThat(System.nanoTime() - started).isLessThan(8_000_000_000L);
            assertThat(events.lines().filter(line -> !line.isEmpty())).isEmpty();
        } finally {
            messaging.off("/api/v1/messages/stream");
        }
    }

    private static BufferedReader stream(String path) {
        InputStream body = gateway.send(gateway.request(path, token), HttpResponse.BodyHandlers.ofInputStream())
                .body();
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    private static void write(java.io.OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}

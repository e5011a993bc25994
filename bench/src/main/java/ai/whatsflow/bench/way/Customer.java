package ai.whatsflow.bench.way;

import ai.whatsflow.bench.scene.Scene;
import ai.whatsflow.bench.scene.Tenant;
import ai.whatsflow.local.component.Http;
import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.people.DemoUser;
import ai.whatsflow.local.process.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;

/** The demo customer with linked devices, at a gateway. */
final class Customer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Scene scene;
    private final String gateway;
    private final Http http = new Http();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String run = Long.toString(Instant.now().getEpochSecond() % 100_000);
    private String token;
    private final List<String> devices = new ArrayList<>();

    private Customer(Scene scene, String gateway) {
        this.scene = scene;
        this.gateway = gateway;
        this.token = scene.stack().users().token(DemoUser.CUSTOMER);
    }

    static Customer at(Scene scene, String gateway, int devices) throws Exception {
        Customer customer = new Customer(scene, gateway);
        String account = customer.await("who the customer is", "/api/v1/me", answer -> answer.path("accountId"));
        Tenant.subscribe(scene, UUID.fromString(account));
        for (int number = 0; number < devices; number++) {
            customer.link(number);
        }
        return customer;
    }

    /** Tokens of people live five minutes. */
    void signInAgain() {
        token = scene.stack().users().token(DemoUser.CUSTOMER);
    }

    /** Returns when the platform has answered 202. */
    void send(int number, String text) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + "/api/v1/messages"))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString("{\"instanceId\":\"%s\",\"to\":\"+9477%07d\",\"text\":\"%s\"}"
                        .formatted(devices.get(number % devices.size()), number % 10_000_000, text)))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IOException("POST /messages answers " + answer.statusCode() + " " + answer.body());
        }
    }

    private void link(int number) throws Exception {
        AtomicReference<String> id = new AtomicReference<>("");
        insist("the package allows a device", () -> {
            Http.Answer made = http.post(
                    gateway + "/api/v1/instances",
                    token,
                    Map.of("name", "Bench " + run + " " + number, "engine", "simulated"));
            id.set(made.json().path("instanceId").asString(""));
            return made.status() == 201;
        });
        String code = await("a code", "/api/v1/instances/" + id.get() + "/qr", answer -> answer.path("code"));
        String phone = Http.encode("+9471%05d%02d".formatted(Integer.parseInt(run), number));
        Http.Answer scanned = http.post(
                scene.ports().url(Port.SIMULATOR) + "/simulator/v1/phones/" + phone + "/scans",
                token,
                Map.of("qr", code));
        if (scanned.status() != 201) {
            throw new IOException("the scan answers " + scanned);
        }
        insist(
                "a device is online",
                () -> http.get(gateway + "/api/v1/instances/" + id.get(), token)
                        .json()
                        .path("state")
                        .asString("")
                        .equals("ONLINE"));
        devices.add(id.get());
    }

    private interface Field {
        JsonNode of(JsonNode answer);
    }

    private String await(String what, String path, Field field) {
        AtomicReference<Optional<String>> found = new AtomicReference<>(Optional.empty());
        insist(what, () -> {
            found.set(field.of(http.get(gateway + path, token).json()).asStringOpt());
            return found.get().isPresent();
        });
        return found.get().orElseThrow();
    }

    private interface Question {
        boolean ask() throws IOException;
    }

    private static void insist(String what, Question question) {
        AtomicReference<String> last = new AtomicReference<>("no");
        boolean yes = Waiting.until(PATIENCE, Duration.ofMillis(200), () -> {
            try {
                return question.ask();
            } catch (IOException failed) {
                last.set(failed.toString());
                return false;
            }
        });
        if (!yes) {
            throw new IllegalStateException("waited in vain until " + what + ": " + last.get());
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

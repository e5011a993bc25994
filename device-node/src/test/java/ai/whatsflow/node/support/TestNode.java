package ai.whatsflow.node.support;

import ai.whatsflow.platform.test.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A device node from outside: how it is started, and what instance-service would say to it. */
public final class TestNode {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final FakePlatform platform;
    private final int port = FreePorts.next();
    private final Path directory;
    private final int simulatorPort;

    public TestNode(FakePlatform platform, Path directory, int simulatorPort) {
        this.platform = platform;
        this.directory = directory;
        this.simulatorPort = simulatorPort;
    }

    public String[] arguments(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--node.name=node-a",
                "--node.enrolment-token=" + FakePlatform.ENROLMENT_TOKEN,
                "--node.data-directory=" + directory,
                "--node.base-url=http://127.0.0.1:" + port,
                "--node.registry-url=" + platform.url(),
                "--node.instance-url=" + platform.url(),
                "--node.simulator-port=" + simulatorPort,
                "--node.max-devices=5",
                "--node.labels.disk=ssd",
                "--node.lease-renewal=300ms",
                "--node.sessions.first-reconnect=100ms",
                "--node.sessions.slowest-reconnect=500ms",
                "--node.sessions.acknowledgement-timeout=1s",
                "--whatsflow.security.keycloak-issuer=" + platform.issuer()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    public Map<String, Object> start(UUID instanceId, long epoch) {
        return Map.of(
                "commandId",
                UUID.randomUUID(),
                "type",
                "START",
                "instanceId",
                instanceId,
                "epoch",
                epoch,
                "engine",
                "simulated",
                "leaseExpiresIn",
                "PT3S");
    }

    public Map<String, Object> stop(UUID instanceId, long epoch) {
        return Map.of("commandId", UUID.randomUUID(), "type", "STOP", "instanceId", instanceId, "epoch", epoch);
    }

    public Map<String, Object> send(UUID instanceId, long epoch, UUID messageId, String to, String text) {
        return Map.of(
                "commandId", UUID.randomUUID(),
                "type", "SEND",
                "instanceId", instanceId,
                "epoch", epoch,
                "messageId", messageId,
                "whatsappId", whatsappId(messageId),
                "to", to,
                "text", text);
    }

    public static String whatsappId(UUID messageId) {
        return "3EB0" + messageId.toString().replace("-", "").toUpperCase(java.util.Locale.ROOT);
    }

    /** Results in the order of the commands: "ACCEPTED", "DONE" or "REJECTED reason". */
    @SafeVarargs
    public final List<String> command(Map<String, Object>... commands) {
        HttpResponse<String> response =
                post("/node/v1/commands", platform.serviceToken("instance-service"), Map.of("commands", commands));
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        List<String> results = new ArrayList<>();
        JSON.readTree(response.body())
                .get("results")
                .forEach(result -> results.add((result.get("result").asString() + " "
                                + result.path("reason").asString(""))
                        .strip()));
        return results;
    }

    public HttpResponse<String> post(String path, String token, Object body) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body))));
    }

    public HttpResponse<String> get(String path, String token) {
        return send(request(path, token));
    }

    public JsonNode sessions() {
        return JSON.readTree(get("/node/v1/sessions", platform.serviceToken("instance-service"))
                        .body())
                .get("items");
    }

    public int health(String group) {
        return get("/actuator/health/" + group, "").statusCode();
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

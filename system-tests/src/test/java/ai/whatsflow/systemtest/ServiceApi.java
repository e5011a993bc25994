package ai.whatsflow.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every operation of every service, read from its own OpenAPI document and called at the service's own port. */
final class ServiceApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    /** Open to everybody on purpose, or to device nodes, which sign with a key of their own. */
    private static final List<String> PUBLIC = List.of(
            "/api/v1/sign-ups",
            "/api/v1/public/",
            "/api/v1/payments/payhere/notify",
            "/internal/v1/jwks.json",
            "/node-api/");

    private final RunningPlatform platform;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    ServiceApi(RunningPlatform platform) {
        this.platform = platform;
    }

    /**
     * @param method in upper case
     * @param parameters names of its query and header parameters
     */
    record Operation(String service, String method, String path, boolean json, Set<String> parameters) {

        boolean isPublic() {
            return PUBLIC.stream().anyMatch(path::startsWith);
        }

        boolean forPeople() {
            return !isPublic() && path.startsWith("/api/");
        }

        boolean hasId() {
            return path.contains("{");
        }

        String withId(String id) {
            return path.replaceAll("\\{[^}]+}", id);
        }

        @Override
        public String toString() {
            return service + " " + method + " " + path;
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (String service : RunningPlatform.SERVICES) {
            HttpRequest.Builder document =
                    HttpRequest.newBuilder(URI.create(platform.serviceUrl(service) + "/v3/api-docs"));
            JSON.readTree(send(document).body())
                    .path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().stream()
                            .filter(operation -> METHODS.contains(operation.getKey()))
                            .forEach(operation -> operations.add(new Operation(
                                    service,
                                    operation.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    operation
                                            .getValue()
                                            .path("requestBody")
                                            .path("content")
                                            .has("application/json"),
                                    parameters(operation.getValue())))));
        }
        assertThat(operations).hasSizeGreaterThan(60);
        return operations;
    }

    /** A request that is well-formed but for what the caller changes: credential, idempotency key, any version. */
    HttpRequest.Builder request(String service, String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(platform.serviceUrl(service) + path))
                .timeout(Duration.ofSeconds(20))
                .setHeader("Idempotency-Key", UUID.randomUUID().toString())
                .setHeader("If-Match", "\"1\"")
                .setHeader("Accept", "application/json, application/problem+json, text/csv, text/event-stream;q=0.5");
        return token.isEmpty() ? request : request.setHeader("Authorization", "Bearer " + token);
    }

    /**
     * @param type the media type of the body, or nothing
     */
    record Reply(int status, String type, String body) {}

    Reply call(Operation operation, String path, String token, @Nullable String json) {
        HttpRequest.Builder request = request(operation.service(), path, token);
        if (json == null || operation.method().equals("GET")) {
            return send(request.method(operation.method(), HttpRequest.BodyPublishers.noBody()));
        }
        return send(request.setHeader("Content-Type", "application/json")
                .method(operation.method(), HttpRequest.BodyPublishers.ofString(json)));
    }

    Reply send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException failed) {
            throw new AssertionError(request + " failed", failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** The answer to a body of that size that is announced and never sent, as it need not be to be refused. */
    Reply announce(Operation operation, String path, String token, long length) {
        URI url = URI.create(platform.serviceUrl(operation.service()) + path);
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(20_000);
            String head = operation.method() + " " + url.getRawPath() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                    + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: " + length
                    + "\r\nIf-Match: \"1\"\r\nIdempotency-Key: announced\r\nAuthorization: Bearer " + token
                    + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            // The service goes on waiting for the body, so the end of the document ends the answer.
            StringBuilder text = new StringBuilder();
            byte[] part = new byte[4_096];
            int read = socket.getInputStream().read(part);
            while (read >= 0) {
                text.append(new String(part, 0, read, StandardCharsets.UTF_8));
                read = text.indexOf("}") >= 0 ? -1 : socket.getInputStream().read(part);
            }
            String answer = text.toString();
            int end = answer.indexOf("\r\n\r\n");
            String type = answer.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"))
                    .map(line -> line.substring(13).strip())
                    .findFirst()
                    .orElse("");
            String body = answer.substring(end + 4);
            return new Reply(
                    Integer.parseInt(answer.substring(9, 12)),
                    type,
                    body.substring(Math.max(0, body.indexOf('{')), body.lastIndexOf('}') + 1));
        } catch (IOException failed) {
            throw new AssertionError(operation + " gave no answer", failed);
        }
    }

    private static Set<String> parameters(JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .map(parameter -> parameter.path("name").asString())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}

package ai.whatsflow.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
     * @param required those of them that it can't do without
     */
    record Operation(
            String service, String method, String path, boolean json, Set<String> parameters, Set<String> required) {

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
                                    parameters(operation.getValue(), false),
                                    parameters(operation.getValue(), true)))));
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

    HttpResponse<String> call(Operation operation, String path, String token, @Nullable String json) {
        HttpRequest.Builder request = request(operation.service(), path, token);
        if (json == null || operation.method().equals("GET")) {
            return send(request.method(operation.method(), HttpRequest.BodyPublishers.noBody()));
        }
        return send(request.setHeader("Content-Type", "application/json")
                .method(operation.method(), HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(request + " failed", failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Set<String> parameters(JsonNode operation, boolean requiredOnly) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> !requiredOnly || parameter.path("required").asBoolean())
                .map(parameter -> parameter.path("name").asString())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}

package ai.whatsflow.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.demo.ToldStory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every operation of every service, read from its OpenAPI document and called at the service's own port: without a token,
 * with a forged one, and by a stranger with the ids of somebody else's things.
 */
@Order(4)
class IsolationMatrixIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    /** Open to everybody on purpose, or to device nodes, which sign with a key of their own. */
    private static final List<String> PUBLIC = List.of(
            "/api/v1/sign-ups",
            "/api/v1/public/",
            "/api/v1/payments/payhere/notify",
            "/internal/v1/jwks.json",
            "/node-api/");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private record Operation(String service, String method, String path) {}

    @Test
    void answersNobodyWithoutATokenOfOurs() {
        RunningPlatform platform = RunningPlatform.get();
        List<String> open = new ArrayList<>();
        for (Operation operation : operations(platform)) {
            if (PUBLIC.stream().noneMatch(operation.path()::startsWith)) {
                for (String token : new String[] {"", forged(platform.story().token("customer"))}) {
                    int status = call(platform, operation, Map.of(), token);
                    if (status != 401) {
                        open.add(operation + " → " + status);
                    }
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void showsAStrangerNothingAndChangesNothing() {
        RunningPlatform platform = RunningPlatform.get();
        ToldStory story = platform.story();
        Map<String, String> ids = idsOfTheCustomer(story);
        List<String> leaks = new ArrayList<>();
        for (Operation operation : operations(platform)) {
            if (operation.path().contains("{") && PUBLIC.stream().noneMatch(operation.path()::startsWith)) {
                int status = call(platform, operation, ids, story.token("trial"));
                if (status < 400 || status >= 500) {
                    leaks.add(operation + " → " + status);
                }
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(story.get("customer", "/api/v1/instances/" + story.id("first device"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aReaderWritesNothing() {
        RunningPlatform platform = RunningPlatform.get();
        ToldStory story = platform.story();
        story.post(
                        "owner",
                        "/api/v1/employees",
                        Map.of("name", "Reader", "email", story.email("reader"), "permissionSet", "READ_ONLY"))
                .expect(201);
        story.letIn("reader");
        Map<String, String> ids = idsOfTheCustomer(story);
        List<String> written = new ArrayList<>();
        for (Operation operation : operations(platform)) {
            boolean writes = !operation.method().equals("get");
            if (writes && PUBLIC.stream().noneMatch(operation.path()::startsWith)) {
                int status = call(platform, operation, ids, story.token("reader"));
                if (status < 400 || status >= 500) {
                    written.add(operation + " → " + status);
                }
            }
        }
        assertThat(written).isEmpty();
    }

    private List<Operation> operations(RunningPlatform platform) {
        List<Operation> operations = new ArrayList<>();
        for (String service : RunningPlatform.SERVICES) {
            JsonNode paths = JSON.readTree(send(platform.serviceUrl(service) + "/v3/api-docs", "GET", "", null)
                            .body())
                    .path("paths");
            paths.properties()
                    .forEach(path -> path.getValue().propertyNames().stream()
                            .filter(METHODS::contains)
                            .forEach(method -> operations.add(new Operation(service, method, path.getKey()))));
        }
        assertThat(operations).hasSizeGreaterThan(60);
        return operations;
    }

    /** The first segment of a path → an id of the customer's behind it. */
    private static Map<String, String> idsOfTheCustomer(ToldStory story) {
        return Map.ofEntries(
                Map.entry("accounts", story.id("customer")),
                Map.entry("instances", story.id("first device")),
                Map.entry("contacts", story.id("contact")),
                Map.entry("invoices", story.id("invoice")),
                Map.entry("message-batches", story.id("batch")),
                Map.entry("contact-groups", first(story, "customer", "/api/v1/contact-groups", "groupId")),
                Map.entry("messages", first(story, "customer", "/api/v1/messages", "messageId")),
                Map.entry("payments", first(story, "customer", "/api/v1/payments", "paymentId")),
                Map.entry("users", first(story, "customer", "/api/v1/users", "userId")),
                Map.entry("api-keys", first(story, "customer", "/api/v1/api-keys", "apiKeyId")),
                Map.entry("payouts", first(story, "dealer", "/api/v1/payouts", "payoutId")),
                Map.entry("commission-plans", story.id("dealer")),
                Map.entry("credit-limits", story.id("dealer")),
                Map.entry("servers", first(story, "owner", "/api/v1/servers", "serverId")),
                Map.entry("voucher-batches", first(story, "owner", "/api/v1/voucher-batches", "batchId")));
    }

    private static String first(ToldStory story, String who, String path, String field) {
        String id = story.get(who, path).expect(200).at("/items/0/" + field);
        assertThat(id).as(path).isNotEmpty();
        return id;
    }

    private int call(RunningPlatform platform, Operation operation, Map<String, String> ids, String token) {
        String[] segments = operation.path().split("/");
        String resource = segments.length > 3 ? segments[3] : "";
        String id = ids.getOrDefault(resource, UUID.randomUUID().toString());
        String path = operation.path().replaceAll("\\{[^}]+}", id);
        return send(
                        platform.serviceUrl(operation.service()) + path,
                        operation.method().toUpperCase(java.util.Locale.ROOT),
                        token,
                        "{}")
                .statusCode();
    }

    private HttpResponse<String> send(
            String url, String method, String token, @org.jspecify.annotations.Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(20))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Accept", "application/json, application/problem+json, text/csv, text/event-stream;q=0.5");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body == null || method.equals("GET")) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(method + " " + url + " failed", failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** The same claims with another signature. */
    private static String forged(String token) {
        int dot = token.lastIndexOf('.');
        char first = token.charAt(dot + 1);
        return token.substring(0, dot + 1) + (first == 'A' ? 'B' : 'A') + token.substring(dot + 2);
    }
}

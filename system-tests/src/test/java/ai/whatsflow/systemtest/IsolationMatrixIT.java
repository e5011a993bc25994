package ai.whatsflow.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.demo.ToldStory;
import ai.whatsflow.systemtest.ServiceApi.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Every operation of every service, read from its OpenAPI document and called at the service's own port: without a token,
 * with a forged one, and by a stranger with the ids of somebody else's things.
 */
@Order(5)
class IsolationMatrixIT {

    @Test
    void answersNobodyWithoutATokenOfOurs() {
        RunningPlatform platform = RunningPlatform.get();
        List<String> open = new ArrayList<>();
        for (Operation operation : new ServiceApi(platform).operations()) {
            if (!operation.isPublic()) {
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
        for (Operation operation : new ServiceApi(platform).operations()) {
            if (operation.hasId() && !operation.isPublic()) {
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
        for (Operation operation : new ServiceApi(platform).operations()) {
            boolean writes = !operation.method().equals("GET");
            if (writes && !operation.isPublic()) {
                int status = call(platform, operation, ids, story.token("reader"));
                if (status < 400 || status >= 500) {
                    written.add(operation + " → " + status);
                }
            }
        }
        assertThat(written).isEmpty();
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

    private static int call(RunningPlatform platform, Operation operation, Map<String, String> ids, String token) {
        String[] segments = operation.path().split("/");
        String resource = segments.length > 3 ? segments[3] : "";
        String id = ids.getOrDefault(resource, UUID.randomUUID().toString());
        return new ServiceApi(platform)
                .call(operation, operation.withId(id), token, "{}")
                .status();
    }

    /** The same claims with another signature. */
    private static String forged(String token) {
        int dot = token.lastIndexOf('.');
        char first = token.charAt(dot + 1);
        return token.substring(0, dot + 1) + (first == 'A' ? 'B' : 'A') + token.substring(dot + 2);
    }
}

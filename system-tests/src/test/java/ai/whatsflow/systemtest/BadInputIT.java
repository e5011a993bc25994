package ai.whatsflow.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.systemtest.ServiceApi.Operation;
import ai.whatsflow.systemtest.ServiceApi.Reply;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What no service may take, sent to every operation of every service at its own port by somebody who may do everything:
 * each is answered with a problem that names what is wrong, and not one row changes.
 */
@Order(4)
class BadInputIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MORE_THAN_ANY_BODY = 5 * 1024 * 1024;

    private final List<String> wrong = new ArrayList<>();

    @Test
    void isRefusedWithAProblemEverywhereAndChangesNothing() throws SQLException {
        RunningPlatform platform = RunningPlatform.get();
        ServiceApi api = new ServiceApi(platform);
        String owner = platform.story().token("owner");
        PlatformRows before = PlatformRows.settled(platform);

        for (Operation operation : api.operations()) {
            if (operation.forPeople()) {
                String path = operation.withId(UUID.randomUUID().toString());
                if (operation.json()) {
                    badBodies(api, operation, path, owner);
                }
                if (operation.hasId()) {
                    badIds(api, operation, path, owner);
                }
                badParameters(api, operation, path, owner);
            }
        }
        badRequests(api, owner);

        assertThat(wrong).isEmpty();
        assertThat(before.changedIn(PlatformRows.read(platform)))
                .as("tables that bad input changed")
                .isEmpty();
        assertThat(PlatformRows.read(platform).changedIn(before))
                .as("tables that bad input filled")
                .isEmpty();
    }

    private void badBodies(ServiceApi api, Operation operation, String path, String token) {
        // Some operations can do without a body and then miss the thing itself.
        expect(operation, "no body", api.call(operation, path, token, ""), 400, 404);
        for (String body : new String[] {"{", "[]", "7", "\"text\"", "{\"a\":\u0000}"}) {
            expect(operation, "the body <" + body + ">", api.call(operation, path, token, body), 400);
        }
        expect(operation, "an empty object", api.call(operation, path, token, "{}"), 400, 404, 422);
        expect(
                operation,
                "plain text",
                api.send(api.request(operation.service(), path, token)
                        .setHeader("Content-Type", "text/plain")
                        .method(operation.method(), HttpRequest.BodyPublishers.ofString("text"))),
                400,
                415);
        expect(operation, "too large a body", api.announce(operation, path, token, MORE_THAN_ANY_BODY), 413);
    }

    private void badIds(ServiceApi api, Operation operation, String path, String token) {
        String malformed = operation.withId("not-an-id");
        expect(operation, "a malformed id", api.call(operation, malformed, token, "{}"), 400, 404, 422);
        if (operation.json()) {
            return;
        }
        expect(operation, "an unknown id", api.call(operation, path, token, null), 404);
    }

    private void badParameters(ServiceApi api, Operation operation, String path, String token) {
        if (operation.parameters().contains("limit")) {
            for (String limit : new String[] {"0", "-1", "1000000", "many"}) {
                expect(
                        operation,
                        "the limit " + limit,
                        api.call(operation, path + "?limit=" + limit, token, null),
                        400,
                        422);
            }
        }
        if (operation.parameters().contains("cursor")) {
            for (String cursor : new String[] {"7", "bm90LWEtY3Vyc29y", "%00", "x".repeat(3_000)}) {
                expect(
                        operation,
                        "the cursor " + cursor.substring(0, Math.min(20, cursor.length())),
                        api.call(operation, path + "?cursor=" + cursor, token, null),
                        400,
                        404,
                        422);
            }
        }
        if (operation.parameters().contains("Idempotency-Key")) {
            HttpRequest.Builder endless = api.request(operation.service(), path, token)
                    .setHeader("Content-Type", "application/json")
                    .setHeader("Idempotency-Key", "k".repeat(1_000))
                    .method(operation.method(), HttpRequest.BodyPublishers.ofString("{}"));
            expect(operation, "an endless idempotency key", api.send(endless), 400, 422);
        }
    }

    private void badRequests(ServiceApi api, String token) {
        for (String service : RunningPlatform.SERVICES) {
            Operation none = new Operation(service, "GET", "/api/v1/nothing-here", false, Set.of());
            expect(none, "an unknown path", api.call(none, none.path(), token, null), 404);
        }
        for (Operation operation : api.operations()) {
            if (operation.forPeople() && operation.method().equals("GET")) {
                String path = operation.withId(UUID.randomUUID().toString());
                expect(
                        operation,
                        "a method that is not offered",
                        api.send(api.request(operation.service(), path, token)
                                .method("PATCH", HttpRequest.BodyPublishers.noBody())),
                        405);
            }
        }
    }

    private void expect(Operation operation, String what, Reply answer, int... statuses) {
        boolean expected = false;
        for (int status : statuses) {
            expected |= answer.status() == status;
        }
        if (!expected || !isProblem(answer)) {
            String body = answer.body();
            wrong.add(operation + " on " + what + ": " + answer.status() + " "
                    + body.substring(0, Math.min(300, body.length())));
        }
    }

    private static boolean isProblem(Reply answer) {
        if (!answer.type().startsWith("application/problem+json")) {
            return false;
        }
        JsonNode problem = JSON.readTree(answer.body());
        return problem.path("type").asString("").startsWith("https://whatsflow.ai/problems/")
                && problem.path("status").asInt() == answer.status()
                && !problem.path("title").asString("").isEmpty()
                && !answer.body().contains("Exception");
    }
}

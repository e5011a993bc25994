package ai.whatsflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.identity.support.IdentityIT;
import ai.whatsflow.identity.support.TestPeople;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Every operation in the OpenAPI document against everybody who must not get through. */
@IdentityIT
class IsolationIT {

    private static final Set<String> PUBLIC = Set.of("/api/v1/sign-ups", "/internal/v1/jwks.json");

    @Autowired
    ApiClient api;

    @Autowired
    TestPeople people;

    @Autowired
    TestTokens tokens;

    @Autowired
    JdbcClient jdbc;

    private record Operation(String method, String path) {

        String at(Party party, UUID apiKeyId) {
            String id = path.startsWith("/api/v1/accounts")
                    ? party.accountId().toString()
                    : path.startsWith("/api/v1/api-keys")
                            ? apiKeyId.toString()
                            : party.userId().toString();
            return path.replace("{id}", id);
        }

        boolean isAboutOneThing() {
            return path.contains("{id}");
        }
    }

    @Test
    void withoutAGoodTokenNothingOpens() {
        Party owner = people.owner();
        UUID nothing = UUID.randomUUID();
        for (Operation operation : operations()) {
            if (!PUBLIC.contains(operation.path())) {
                assertThat(status(operation, owner, nothing, null))
                        .as("%s", operation)
                        .isEqualTo(401);
                assertThat(status(operation, owner, nothing, tokens.forged(owner)))
                        .as("%s", operation)
                        .isEqualTo(401);
                assertThat(status(operation, owner, nothing, tokens.expired(owner)))
                        .as("%s", operation)
                        .isEqualTo(401);
                assertThat(status(operation, owner, nothing, tokens.service("billing-service")))
                        .as("%s", operation)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void strangersFindNothingAndChangeNothing() {
        Party dealer = people.subDealer();
        Party customer = people.customerOf(dealer);
        UUID apiKeyId = UUID.fromString(api.post(
                        "/api/v1/api-keys",
                        people.token(customer),
                        Map.of("name", "shop", "scopes", List.of("messages:*")))
                .expect(201)
                .at("/apiKeyId"));
        Party rival = people.subDealer();
        List<Party> strangers = List.of(rival, people.customerOf(rival), people.customerOf(people.owner()));
        String before = state(customer, apiKeyId);
        for (Operation operation : operations()) {
            if (operation.isAboutOneThing()) {
                for (Party stranger : strangers) {
                    assertThat(status(operation, customer, apiKeyId, people.token(stranger)))
                            .as("%s by %s", operation, stranger.tier())
                            .isIn(403, 404);
                }
            }
        }
        assertThat(state(customer, apiKeyId)).isEqualTo(before);
    }

    @Test
    void aReaderChangesNothing() {
        Party customer = people.customerOf(people.owner());
        String reader = people.token(people.employee("READ_ONLY"));
        for (Operation operation : operations()) {
            if (!operation.method().equals("GET") && !PUBLIC.contains(operation.path())) {
                assertThat(status(operation, customer, UUID.randomUUID(), reader))
                        .as("%s", operation)
                        .isEqualTo(403);
            }
        }
    }

    private int status(Operation operation, Party target, UUID apiKeyId, @Nullable String token) {
        Object body = operation.method().equals("GET") || operation.method().equals("DELETE") ? null : body(operation);
        return api.send(operation.method(), operation.at(target, apiKeyId), token, body, "If-Match", "\"1\"")
                .status();
    }

    /** A body that would be taken from the right caller. */
    private static Object body(Operation operation) {
        return switch (operation.path()) {
            case "/api/v1/accounts" -> Map.of("tier", "SUBDEALER", "name", "X", "email", TestPeople.newEmail());
            case "/api/v1/employees" ->
                Map.of("name", "X", "email", TestPeople.newEmail(), "permissionSet", "READ_ONLY");
            case "/api/v1/employees/{id}/permission-set" -> Map.of("permissionSet", "READ_ONLY");
            case "/api/v1/api-keys" -> Map.of("name", "X", "scopes", List.of("accounts:read"));
            case "/internal/v1/api-key-tokens" -> Map.of("key", "wf_" + "0".repeat(55));
            default -> Map.of("name", "X");
        };
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        JsonNode paths = api.get("/v3/api-docs", null).expect(200).json().path("paths");
        paths.properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method ->
                                operations.add(new Operation(method.toUpperCase(Locale.ROOT), path.getKey()))));
        assertThat(operations).hasSizeGreaterThan(19);
        return operations;
    }

    private String state(Party party, UUID apiKeyId) {
        return jdbc.sql("SELECT (SELECT a::text FROM accounts a WHERE id = :account)"
                        + " || (SELECT u::text FROM users u WHERE id = :user)"
                        + " || (SELECT k::text FROM api_keys k WHERE id = :key)")
                .param("account", party.accountId())
                .param("user", party.userId())
                .param("key", apiKeyId)
                .query(String.class)
                .single();
    }
}

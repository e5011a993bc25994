package ai.whatsflow.contact;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.contact.Customers.Customer;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every operation of the OpenAPI document, tried by everybody who may not. */
@ContactIT
class AccessIT {

    @Autowired
    Customers customers;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestTokens tokens;

    @Autowired
    ApiClient api;

    record Operation(String method, String path) {}

    @Test
    void letsNobodyInWithoutAGoodToken() {
        Party party = accounts.customer();
        String[] bad = {null, "nonsense", tokens.forged(party), tokens.expired(party), tokens.forAnotherAudience(party)
        };
        for (Operation operation : operations()) {
            for (String token : bad) {
                send(operation, token, UUID.randomUUID(), UUID.randomUUID()).expectProblem(401, "unauthenticated");
            }
        }
    }

    @Test
    void refusesRolesAndKeysWithoutThePermission() {
        Party dealer = accounts.subDealer();
        Customer customer = customers.entitled(accounts.customerOf(dealer), 10);
        String narrowKey = tokens.apiKey(customer.party(), UUID.randomUUID(), "messages:create");
        for (Operation operation : operations()) {
            for (String token : List.of(tokens.user(dealer), narrowKey)) {
                send(operation, token, UUID.randomUUID(), UUID.randomUUID()).expectProblem(403, "forbidden");
            }
        }
    }

    @Test
    void showsAStrangerNothing() {
        Customer customer = customers.entitledTo(10);
        UUID contact = UUID.fromString(customers.added(customer, "0771234567"));
        UUID group = UUID.fromString(customers.group(customer, "Mine"));
        Customer stranger = customers.entitledTo(10);
        for (Operation operation : operations()) {
            if (operation.path().contains("{")) {
                send(operation, stranger.token(), contact, group).expectProblem(404, "not-found");
            }
        }
        assertThat(api.get("/api/v1/contacts", stranger.token()).json().at("/items"))
                .isEmpty();
        assertThat(api.get("/api/v1/contact-groups", stranger.token()).json().at("/items"))
                .isEmpty();
        assertThat(api.get("/api/v1/contacts?groupId=" + group, stranger.token())
                        .json()
                        .at("/items"))
                .isEmpty();
        assertThat(api.get("/api/v1/contacts/" + contact, customer.token())
                        .expect(200)
                        .header("ETag"))
                .isEqualTo("\"1\"");
    }

    @Test
    void letsStaffReadButNotWriteByTheirSet() {
        Customer customer = customers.entitledTo(10);
        String contact = customers.added(customer, "0771234567");
        String support = tokens.user(accounts.employee("SUPPORT_ADMIN"));
        api.get("/api/v1/contacts/" + contact, support).expect(200);
        api.post("/api/v1/contacts/" + contact + "/block", support, null).expectProblem(403, "forbidden");
        String owner = tokens.user(accounts.owner());
        api.post("/api/v1/contacts/" + contact + "/block", owner, null).expect(200);
        api.post("/api/v1/contacts", owner, Map.of("phone", "0771234567")).expectProblem(403, "forbidden");
    }

    @Test
    void refusesWhatIsMalformed() {
        Customer customer = customers.entitledTo(10);
        api.get("/api/v1/contacts/not-a-uuid", customer.token()).expectProblem(400, "unreadable");
        api.get("/api/v1/contacts/" + UUID.randomUUID(), customer.token()).expectProblem(404, "not-found");
        accounts.suspend(customer.party());
        api.get("/api/v1/contacts", customer.token()).expectProblem(403, "account-suspended");
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        var document = api.get("/v3/api-docs", null).expect(200).json();
        assertThat(document.at("/openapi").asString()).startsWith("3.1");
        document.at("/paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    assertThat(method.getValue().at("/summary").asString("")).isNotBlank();
                    operations.add(new Operation(method.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey()));
                }));
        assertThat(operations).hasSizeGreaterThan(15);
        return operations;
    }

    private ApiResponse send(Operation operation, String token, UUID contact, UUID group) {
        String path =
                operation.path().replace("{contactId}", contact.toString()).replace("{groupId}", group.toString());
        assertThat(path).doesNotContain("{");
        return api.send(operation.method(), path, token, body(operation), "If-Match", "\"1\"");
    }

    private static Object body(Operation operation) {
        if (operation.path().endsWith("/members") && !operation.method().equals("GET")) {
            return Map.of("contactIds", List.of(UUID.randomUUID()));
        }
        if (operation.method().equals("POST") && operation.path().endsWith("/bulk")) {
            return Map.of("contacts", List.of(Map.of("phone", "0771234567")));
        }
        if (operation.path().equals("/api/v1/contact-groups")
                && operation.method().equals("POST")) {
            return Map.of("name", "Friends");
        }
        return switch (operation.method()) {
            case "POST", "PUT" -> Map.of("phone", "0771234567", "name", "Someone");
            default -> null;
        };
    }
}

package ai.whatsflow.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.messaging.Senders.Sender;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every operation of the OpenAPI document, tried by everybody who may not. */
@MessagingIT
class AccessIT {

    @Autowired
    Senders senders;

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
        Sender sender = senders.entitledTo(10);
        String finance = tokens.user(accounts.employee("FINANCE_ADMIN"));
        String narrowKey = tokens.apiKey(sender.party(), UUID.randomUUID(), "contacts:read");
        for (Operation operation : operations()) {
            for (String token : List.of(finance, narrowKey, tokens.service("gateway"))) {
                send(operation, token, UUID.randomUUID(), sender.instanceId()).expectProblem(403, "forbidden");
            }
        }
        String key = tokens.apiKey(sender.party(), UUID.randomUUID(), "messages:create");
        api.post("/api/v1/messages", key, body(sender.instanceId())).expect(202);
        api.get("/api/v1/messages", key).expectProblem(403, "forbidden");
        assertThat(senders.stored(sender)).isEqualTo(1);
    }

    @Test
    void showsAStrangerNothing() {
        Sender sender = senders.entitledTo(10);
        UUID message = UUID.fromString(senders.send(sender, "+94771234567").at("/messageId"));
        UUID batch =
                UUID.fromString(senders.sendAll(sender, List.of("+94771234567")).at("/batchId"));
        Sender stranger = senders.entitledTo(10);
        for (Operation operation : operations()) {
            if (operation.path().contains("{messageId}")) {
                send(operation, stranger.token(), message, sender.instanceId()).expectProblem(404, "not-found");
            } else if (operation.path().contains("{batchId}")) {
                send(operation, stranger.token(), batch, sender.instanceId()).expectProblem(404, "not-found");
            } else if (operation.method().equals("POST")) {
                send(operation, stranger.token(), message, sender.instanceId()).expectProblem(404, "instance-unknown");
            }
        }
        assertThat(api.get("/api/v1/messages?batchId=" + batch, stranger.token())
                        .json()
                        .at("/items"))
                .isEmpty();
        assertThat(senders.stored(stranger)).isZero();
    }

    @Test
    void refusesWhatIsMalformed() {
        Sender sender = senders.entitledTo(10);
        api.get("/api/v1/messages/not-a-uuid", sender.token()).expectProblem(400, "unreadable");
        api.get("/api/v1/messages/" + UUID.randomUUID(), sender.token()).expectProblem(404, "not-found");
        api.get("/api/v1/message-batches/" + UUID.randomUUID(), sender.token()).expectProblem(404, "not-found");
        accounts.suspend(sender.party());
        senders.send(sender, "+94771234567").expectProblem(403, "account-suspended");
        accounts.reinstate(sender.party());
        senders.send(sender, "+94771234567").expect(202);
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        var document = api.get("/v3/api-docs", null).expect(200).json();
        assertThat(document.at("/openapi").asString()).startsWith("3.1");
        document.at("/paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    assertThat(method.getValue().at("/summary").asString("")).isNotBlank();
                    operations.add(new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey()));
                }));
        assertThat(operations).hasSize(7);
        return operations;
    }

    private ApiResponse send(Operation operation, String token, UUID id, UUID instanceId) {
        String path = operation.path().replace("{messageId}", id.toString()).replace("{batchId}", id.toString());
        assertThat(path).doesNotContain("{");
        Object body = switch (operation.method() + " " + operation.path()) {
            case "POST /api/v1/messages" -> body(instanceId);
            case "POST /api/v1/message-batches" ->
                Map.of("instanceIds", List.of(instanceId), "text", "x", "recipients", List.of("+94771234567"));
            default -> null;
        };
        return api.send(operation.method(), path, token, body);
    }

    private static Map<String, Object> body(UUID instanceId) {
        return Map.of("instanceId", instanceId, "to", "+94771234567", "text", "x");
    }
}

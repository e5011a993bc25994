package ai.whatsflow.local.people;

import ai.whatsflow.local.component.Credentials;
import ai.whatsflow.local.component.Http;
import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.component.Ports;
import ai.whatsflow.local.files.StartFailure;
import ai.whatsflow.local.process.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;

/** Makes the demo users through the platform's own API and gives each a password it can sign in with. */
public record DemoUsers(Ports ports, Credentials credentials, KeycloakTokens tokens, Http http) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Repeating it changes nothing. */
    public void provide() {
        letIn(DemoUser.OWNER);
        String dealer = account(DemoUser.DEALER, Map.of("tier", "SUBDEALER"));
        account(DemoUser.CUSTOMER, Map.of("tier", "CUSTOMER", "parentId", dealer));
        employee(DemoUser.EMPLOYEE, "SUPPORT_ADMIN");
        employee(DemoUser.FINANCE, "FINANCE_ADMIN");
        letIn(DemoUser.DEALER);
        letIn(DemoUser.CUSTOMER);
        letIn(DemoUser.EMPLOYEE);
        letIn(DemoUser.FINANCE);
    }

    /** Tries again for a moment: another sign-in of the same user may be under way. */
    public String token(DemoUser user) {
        return insist(
                "Keycloak gives no token to " + user.email(),
                Duration.ofSeconds(2),
                Duration.ofMillis(600),
                () -> issue(user));
    }

    private Optional<String> issue(DemoUser user) throws IOException {
        return tokens.ofUser(user.email(), credentials.userPassword(user.word()));
    }

    private void letIn(DemoUser user) {
        KeycloakUsers users = new KeycloakUsers(ports, credentials, tokens, http);
        insist("The password of " + user.email() + " cannot be set", () -> {
            Optional<JsonNode> found = users.find(user.email());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            if (!users.hasPassword(found.get()) || issue(user).isEmpty()) {
                users.setPassword(found.get(), credentials.userPassword(user.word()));
            }
            return issue(user);
        });
    }

    private String account(DemoUser user, Map<String, String> particulars) {
        return existing(user).orElseGet(() -> create(user, "/api/v1/accounts", particulars));
    }

    private void employee(DemoUser user, String permissionSet) {
        if (existing(user).isEmpty()) {
            create(user, "/api/v1/employees", Map.of("permissionSet", permissionSet));
        }
    }

    /** The account of a user that identity-service knows already. */
    private Optional<String> existing(DemoUser user) {
        return insist("identity-service does not list its users", () -> {
            Http.Answer answer =
                    http.get(gateway() + "/api/v1/users?q=" + Http.encode(user.email()), token(DemoUser.OWNER));
            if (!answer.ok()) {
                throw new IOException("GET /api/v1/users answers " + answer);
            }
            for (JsonNode item : answer.json().path("items")) {
                if (user.email().equalsIgnoreCase(item.path("email").asString(""))) {
                    return Optional.of(Optional.of(item.path("accountId").asString("")));
                }
            }
            return Optional.of(Optional.empty());
        });
    }

    private String create(DemoUser user, String path, Map<String, String> particulars) {
        Map<String, String> request = new LinkedHashMap<>(particulars);
        request.put("name", user.displayName());
        request.put("email", user.email());
        return insist(user.email() + " cannot be made", () -> {
            Http.Answer answer = http.post(gateway() + path, token(DemoUser.OWNER), request);
            if (!answer.ok()) {
                throw new IOException("POST " + path + " answers " + answer);
            }
            return Optional.of(answer.json().path("accountId").asString(""));
        });
    }

    private String gateway() {
        return ports.url(Port.GATEWAY);
    }

    /** One try at something that may need a moment until every service has heard of it. */
    private interface Try<T> {
        Optional<T> once() throws IOException;
    }

    private static <T> T insist(String failure, Try<T> attempt) {
        return insist(failure, PATIENCE, Duration.ofMillis(300), attempt);
    }

    private static <T> T insist(String failure, Duration patience, Duration pause, Try<T> attempt) {
        AtomicReference<Optional<T>> result = new AtomicReference<>(Optional.empty());
        AtomicReference<String> last = new AtomicReference<>("it was refused or is not there yet");
        boolean done = Waiting.until(patience, pause, () -> {
            try {
                result.set(attempt.once());
            } catch (IOException e) {
                last.set(String.valueOf(e.getMessage()));
            }
            return result.get().isPresent();
        });
        if (!done) {
            throw new StartFailure(failure + ": " + last.get());
        }
        return result.get().orElseThrow();
    }
}

package ai.whatsflow.local.people;

import ai.whatsflow.local.component.Credentials;
import ai.whatsflow.local.component.Http;
import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.component.Ports;
import ai.whatsflow.local.infrastructure.KeycloakServer;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Users at Keycloak, as its administrator sees them. */
record KeycloakUsers(Ports ports, Credentials credentials, KeycloakTokens tokens, Http http) {

    /** Missing until identity-service has provisioned the user. */
    Optional<JsonNode> find(String email) throws IOException {
        return get(users() + "?exact=true&email=" + Http.encode(email))
                .valueStream()
                .findFirst();
    }

    boolean hasPassword(JsonNode user) throws IOException {
        return get(url(user) + "/credentials")
                .valueStream()
                .anyMatch(
                        credential -> "password".equals(credential.path("type").asString("")));
    }

    /** Also ends what is asked of the user at the first sign-in. */
    void setPassword(JsonNode user, String password) throws IOException {
        accepted(http.put(
                url(user) + "/reset-password",
                administrator(),
                Map.of("type", "password", "value", password, "temporary", false)));
        ObjectNode changed = (ObjectNode) user.deepCopy();
        changed.put("emailVerified", true);
        changed.set("requiredActions", changed.arrayNode());
        accepted(http.put(url(user), administrator(), changed));
    }

    private JsonNode get(String url) throws IOException {
        return accepted(http.get(url, administrator())).json();
    }

    private String administrator() throws IOException {
        return tokens.ofAdministrator(KeycloakServer.ADMIN, credentials.secret("keycloak.admin.password"))
                .orElseThrow(() -> new IOException("Keycloak refuses its administrator"));
    }

    private String url(JsonNode user) {
        return users() + "/" + user.path("id").asString("");
    }

    private String users() {
        return ports.url(Port.KEYCLOAK) + "/admin/realms/whatsflow/users";
    }

    private static Http.Answer accepted(Http.Answer answer) throws IOException {
        if (!answer.ok()) {
            throw new IOException("Keycloak answers " + answer);
        }
        return answer;
    }
}

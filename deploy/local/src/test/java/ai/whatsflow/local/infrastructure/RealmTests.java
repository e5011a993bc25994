package ai.whatsflow.local.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.local.service.Application;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RealmTests {

    private static final Path DIRECTORY = Path.of("../keycloak");

    private final JsonNode realm = JsonMapper.shared().readTree(new Realm(DIRECTORY).withLocalOverlay());

    @Test
    void addsTheDirectGrantClientLocallyOnly() throws IOException {
        assertThat(clients()).contains("whatsflow-local", "whatsflow-app");
        assertThat(Files.readString(DIRECTORY.resolve("whatsflow-realm.json"))).doesNotContain("whatsflow-local");
    }

    @Test
    void knowsEveryServiceAsAClient() {
        assertThat(clients()).containsAll(Application.clients());
    }

    @Test
    void holdsPlaceholdersForSecrets() {
        assertThat(realm.path("clients").valueStream().filter(client -> client.has("secret")))
                .hasSize(Application.clients().size())
                .allSatisfy(client ->
                        assertThat(client.path("secret").asString("")).matches("\\$\\{[A-Z_]+_CLIENT_SECRET}"));
    }

    @Test
    void letsNobodyButAdministratorsChangeTheIdsInTokens() {
        JsonNode profile = JsonMapper.shared()
                .readTree(realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
                        .path("kc.user.profile.config")
                        .path(0)
                        .asString(""));

        assertThat(profile.path("unmanagedAttributePolicy").asString("")).isEqualTo("ADMIN_EDIT");
        assertThat(profile.path("attributes")
                        .valueStream()
                        .filter(attribute -> attribute.path("name").asString("").endsWith("_id")))
                .hasSize(2)
                .allSatisfy(attribute ->
                        assertThat(attribute.at("/permissions/edit").toString()).isEqualTo("[\"admin\"]"));
    }

    private List<String> clients() {
        return realm.path("clients")
                .valueStream()
                .map(client -> client.path("clientId").asString(""))
                .toList();
    }
}

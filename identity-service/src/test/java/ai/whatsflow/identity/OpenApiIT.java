package ai.whatsflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.identity.support.IdentityIT;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.EventContracts;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The committed document is the served one; {@code -Dwhatsflow.contracts.write=true} writes it anew. */
@IdentityIT
class OpenApiIT {

    private static final Path COMMITTED = EventContracts.directory().resolve("http/identity-service.openapi.yaml");
    private static final YAMLMapper YAML = new YAMLMapper();

    @Autowired
    ApiClient api;

    @Test
    void servesTheCommittedDocument() throws IOException {
        ObjectNode served = (ObjectNode)
                YAML.readTree(api.get("/v3/api-docs.yaml", null).expect(200).text());
        served.remove("servers");
        if (Boolean.getBoolean("whatsflow.contracts.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, YAML.writeValueAsString(served));
        }
        assertThat(served).isEqualTo(YAML.readTree(Files.readString(COMMITTED)));
    }

    @Test
    void saysInOneSentenceWhatEachOperationDoes() {
        JsonNode document = api.get("/v3/api-docs", null).expect(200).json();
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                assertThat(operation.path("summary").asString("")).isNotBlank();
            }
        }
    }
}

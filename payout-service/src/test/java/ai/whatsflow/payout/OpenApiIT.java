package ai.whatsflow.payout;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.EventContracts;
import ai.whatsflow.platform.test.PlatformIT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The committed document is the served one; {@code -Dwhatsflow.contracts.write=true} writes it anew. */
@PlatformIT
class OpenApiIT {
    private static final Path COMMITTED = EventContracts.directory().resolve("http/payout-service.openapi.yaml");

    private final ApiClient api;

    @Autowired
    OpenApiIT(ApiClient api) {
        this.api = api;
    }

    @Test
    void servesTheCommittedDocument() throws IOException {
        String served = api.get("/v3/api-docs.yaml", null)
                .expect(200)
                .text()
                .replaceFirst("(?m)^servers:\\R(- .*\\R|  .*\\R)+", "");
        if (Boolean.getBoolean("whatsflow.contracts.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }
        assertThat(served).isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void saysInOneSentenceWhatEachOperationDoes() {
        JsonNode document = api.get("/v3/api-docs", null).expect(200).json();

        assertThat(document.get("openapi").asString()).startsWith("3.1");
        for (JsonNode path : document.get("paths")) {
            for (JsonNode operation : path) {
                assertThat(operation.path("summary").asString("")).isNotBlank();
            }
        }
    }
}

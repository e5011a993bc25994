package ai.whatsflow.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.demo.Http;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What each service serves equals what is committed; {@code -Dcontracts.write=true} writes it instead. */
@Order(3)
class OpenApiIT {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    static final java.util.List<String> SERVICES = RunningPlatform.SERVICES;

    @ParameterizedTest
    @FieldSource("SERVICES")
    void isAsCommitted(String service) throws Exception {
        RunningPlatform platform = RunningPlatform.get();
        String served = Http.plain()
                .get(platform.serviceUrl(service) + "/v3/api-docs.yaml")
                .expect(200)
                .text();
        ObjectNode document = (ObjectNode) YAML.readTree(served);
        document.remove("servers");
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        String current = YAML.writeValueAsString(document);
        Path committed = platform.root().resolve("contracts/http/" + service + ".openapi.yaml");
        if (Boolean.getBoolean("contracts.write")) {
            Files.writeString(committed, current);
        }
        assertThat(Files.readString(committed)).isEqualTo(current);
    }
}

package ai.whatsflow.node.support;

import ai.whatsflow.platform.test.EventContracts;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hand-written contract under {@code contracts/http}; OpenAPI 3.1 schemas are JSON Schemas. */
public final class OpenApiContract {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode document;

    private OpenApiContract(JsonNode document) {
        this.document = document;
    }

    public static OpenApiContract of(String name) {
        try {
            String yaml =
                    Files.readString(EventContracts.directory().resolve("http").resolve(name + ".openapi.yaml"));
            Object loaded = new Yaml().load(yaml);
            return new OpenApiContract(JSON.valueToTree(loaded));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode document() {
        return document;
    }

    /** What is wrong with a request or response body, in words; nothing when it keeps the contract. */
    public List<String> errors(String schema, String body) {
        String wrapped = JSON.writeValueAsString(
                Map.of("$ref", "#/components/schemas/" + schema, "components", document.get("components")));
        List<Error> errors = SCHEMAS.getSchema(wrapped, InputFormat.JSON).validate(body, InputFormat.JSON);
        return errors.stream().map(error -> schema + ": " + error).toList();
    }
}

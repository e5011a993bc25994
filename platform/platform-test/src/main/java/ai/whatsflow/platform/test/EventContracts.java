package ai.whatsflow.platform.test;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas and examples under {@code contracts/events}. */
public final class EventContracts {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private EventContracts() {}

    /** Fails unless the payload satisfies the schema of its type. */
    public static void assertMatches(String type, JsonNode payload) {
        Schema schema = SCHEMAS.getSchema(read(file(type, "schema")), InputFormat.JSON);
        List<Error> errors = schema.validate(payload.toString(), InputFormat.JSON);
        if (!errors.isEmpty()) {
            throw new AssertionError(type + " breaks its contract: " + errors + "\n" + payload.toPrettyString());
        }
    }

    /** The example of that type; it satisfies its own schema. */
    public static JsonNode example(String type) {
        JsonNode example = MAPPER.readTree(read(file(type, "example")));
        assertMatches(type, example);
        return example;
    }

    /** Reads the example as the consumer does, into its own smaller record. */
    public static <T> T exampleAs(String type, Class<T> record, JsonMapper mapper) {
        return mapper.readerFor(record)
                .without(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(example(type));
    }

    /** Fails unless the wire record, as JSON, equals the example. */
    public static void assertEqualsExample(String type, Object wireRecord, JsonMapper mapper) {
        JsonNode written = mapper.readTree(mapper.writeValueAsString(wireRecord));
        JsonNode example = example(type);
        if (!written.equals(example)) {
            throw new AssertionError(
                    type + " differs from its example:\n" + written.toPrettyString() + "\n" + example.toPrettyString());
        }
    }

    /** {@code contracts/events/<topic>/<fact>.vN.<kind>.json} of a type {@code <service>.<aggregate>.<fact>.vN}. */
    static Path file(String type, String kind) {
        String[] parts = type.split("\\.");
        if (parts.length != 4) {
            throw new IllegalArgumentException("not an event type: " + type);
        }
        return directory()
                .resolve("events")
                .resolve(parts[0] + "." + parts[1])
                .resolve(parts[2] + "." + parts[3] + "." + kind + ".json");
    }

    /** Where {@code contracts/} is. */
    public static Path directory() {
        String configured = System.getProperty("whatsflow.contracts");
        for (Path at = Path.of("").toAbsolutePath(); configured == null && at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("contracts/events"))) {
                return at.resolve("contracts");
            }
        }
        if (configured == null) {
            throw new IllegalStateException("no contracts directory above the working directory");
        }
        return Path.of(configured);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}

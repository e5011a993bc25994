package ai.whatsflow.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The permission sets that every platform has, as committed in {@code contracts/permission-sets.json}. */
public final class PermissionSetContract {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private PermissionSetContract() {}

    /** Permissions by the name of their set. */
    public static Map<String, List<String>> sets() {
        return JSON.readValue(file().toFile(), new TypeReference<>() {});
    }

    /** Fails when they are not those; {@code -Dcontracts.write=true} commits them anew instead. */
    public static void assertCommitted(Map<String, List<String>> defined) {
        if (Boolean.getBoolean("contracts.write")) {
            try {
                Files.writeString(file(), JSON.writeValueAsString(defined) + "\n");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        if (!defined.equals(sets())) {
            throw new AssertionError(file() + " is not what is defined: run the test with -Dcontracts.write=true");
        }
    }

    private static Path file() {
        return EventContracts.directory().resolve("permission-sets.json");
    }
}

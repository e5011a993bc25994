package ai.whatsflow.local.infrastructure;

import ai.whatsflow.local.files.StartFailure;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The realm as it is imported here: the realm of every environment plus what exists only on a local platform. */
record Realm(Path directory) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Lists of the overlay are appended, objects merged, everything else replaced. */
    String withLocalOverlay() {
        JsonNode realm = read("whatsflow-realm.json");
        merge((ObjectNode) realm, (ObjectNode) read("whatsflow-realm.local.json"));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(realm);
    }

    private static void merge(ObjectNode target, ObjectNode overlay) {
        overlay.forEachEntry((name, value) -> {
            JsonNode present = target.get(name);
            if (present instanceof ObjectNode object && value instanceof ObjectNode other) {
                merge(object, other);
            } else if (present instanceof ArrayNode array && value instanceof ArrayNode more) {
                array.addAll(more);
            } else {
                target.set(name, value);
            }
        });
    }

    private JsonNode read(String file) {
        try {
            return JSON.readTree(directory.resolve(file).toFile());
        } catch (JacksonException e) {
            throw new StartFailure(directory.resolve(file) + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}

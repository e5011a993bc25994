package ai.whatsflow.node.eventlog;

import ai.whatsflow.node.NodeProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Events that the platform will never take, kept for people to look at. */
@Component
class RefusedEvents {

    private final Path file;
    private final JsonMapper json;

    RefusedEvents(NodeProperties properties, JsonMapper json) {
        this.file = properties.dataDirectory().resolve("refused-events.jsonl");
        this.json = json;
    }

    void keep(NodeEvent event, int status) throws IOException {
        String line = json.writeValueAsString(Map.of("status", status, "event", event)) + "\n";
        Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}

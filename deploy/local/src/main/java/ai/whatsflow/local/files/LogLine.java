package ai.whatsflow.local.files;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns a structured log line into one that people read; any other line stays as it is. */
public final class LogLine {

    private static final JsonMapper JSON = JsonMapper.shared();

    private LogLine() {}

    public static String readable(String line) {
        if (!line.startsWith("{\"@timestamp\"")) {
            return line;
        }
        try {
            JsonNode entry = JSON.readTree(line);
            if (!entry.has("message")) {
                return line;
            }
            String trace = text(entry, "error", "stack_trace");
            return "%s %-5s %s  %s%s"
                    .formatted(
                            shortened(entry.path("@timestamp").asString("")),
                            text(entry, "log", "level"),
                            text(entry, "log", "logger"),
                            entry.path("message").asString("").strip(),
                            trace.isEmpty() ? "" : "\n" + trace.strip());
        } catch (JacksonException e) {
            return line;
        }
    }

    /** Structured loggers write a name of two parts nested or with a dot. */
    private static String text(JsonNode entry, String group, String name) {
        return entry.path(group)
                .path(name)
                .asString(entry.path(group + "." + name).asString(""));
    }

    private static String shortened(String time) {
        return time.length() > 23 ? time.substring(0, 23) + "Z" : time;
    }
}

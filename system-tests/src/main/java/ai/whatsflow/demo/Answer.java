package ai.whatsflow.demo;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an HTTP call came back with. */
public record Answer(String call, int status, HttpHeaders headers, String text) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public JsonNode json() {
        return JSON.readTree(text);
    }

    /** A field by JSON pointer, as text. */
    public String at(String pointer) {
        return json().at(pointer).asString("");
    }

    /** The last segment of the problem's type, or nothing. */
    public String problem() {
        String type = text.startsWith("{") ? json().path("type").asString("") : "";
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /**
     * This answer, if it has that status.
     *
     * @throws StepFailure otherwise
     */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new StepFailure(call + " answered " + status + " instead of " + expected + ": " + text);
        }
        return this;
    }
}
